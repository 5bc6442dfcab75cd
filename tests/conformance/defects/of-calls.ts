import { request } from 'node:http';
import type { Defect } from './defect.ts';
import { header, setHeader, withoutHeader } from './message.ts';
import { CALLING, KEY_REFUSED, NAMING, PROXIES, TRYON } from './operations.ts';

const SMUGGLED = '*/guard/smuggled-headers';

/** Mistakes in what goes upstream. */
export const CALL_DEFECTS: Defect[] = [
  {
    name: 'asks the portal for more than the operation needs',
    rule: 'upstream-call',
    operations: CALLING,
    cells: [KEY_REFUSED],
    back: () => ({
      besides({ headers }, to) {
        const authorization = header({ headers }, 'authorization') ?? '';
        request({ host: to.hostname, port: to.port, path: '/api/v1/plans', headers: { authorization } })
          .on('error', () => {})
          .on('response', (answer) => answer.resume())
          .end();
      },
    }),
  },
  {
    name: 'forgets the key',
    rule: 'key',
    operations: CALLING,
    cells: [KEY_REFUSED],
    back: () => ({ head: (head) => withoutHeader(head, /^authorization$/i) }),
  },
  {
    name: 'forwards the client’s cookie',
    rule: 'cookie',
    operations: CALLING,
    cells: [KEY_REFUSED],
    back: () => ({
      head: (head, { browser }) => setHeader(head, 'Cookie', (browser && header(browser, 'cookie')) ?? ''),
    }),
  },
  {
    name: 'joins the client’s query to its own',
    rule: 'client-key',
    operations: CALLING,
    cells: [SMUGGLED],
    back: () => ({
      head(head, { browser }) {
        head.path += `?${browser?.path.split('?')[1] ?? ''}`;
      },
    }),
  },
  {
    name: 'forwards the client’s headers',
    rule: 'request-headers',
    operations: CALLING,
    cells: [SMUGGLED],
    back: () => ({
      head: (head, { browser }) =>
        setHeader(head, 'X-Forwarded-For', (browser && header(browser, 'x-forwarded-for')) ?? ''),
    }),
  },
  {
    name: 'restarts the shopper’s period with every view',
    rule: 'request-body',
    operations: NAMING,
    cells: [
      '*/guard/body-product',
      '*/guard/shopper',
      '*/guard/shopper-with-plan',
      '*/upsertCustomer/answer/upserted',
    ],
    back: () => ({ body: (body, head) => change(body, head, (value) => ({ ...value, resetPeriod: true })) }),
  },
  {
    name: 'names one customer for all shoppers',
    rule: 'identity',
    operations: NAMING,
    cells: ['*/upsertCustomer/answer/upserted'],
    back: () => ({
      body: (body, head) => change(body, head, (value) => ({ ...value, externalId: 'external_1' })),
    }),
  },
  {
    name: 'reads the photo as text',
    rule: 'body',
    operations: PROXIES,
    cells: ['*/answer/usable_photo', '*/answer/generated'],
    back: () => ({
      body: (body, { path }) => (path.startsWith('/api/v1') ? body : Buffer.from(body.toString('utf8'))),
    }),
  },
  {
    name: 'keeps the session token to itself',
    rule: 'session-token',
    operations: TRYON,
    cells: ['*/guard/shopper-with-plan'],
    back: () => ({ head: (head) => withoutHeader(head, /^x-end-customer-token$/i) }),
  },
  {
    name: 'asks upstream once more for every status',
    rule: 'coalesce',
    operations: ['getStorefrontStatus'],
    cells: ['*/guard/at-the-same-time'],
    back: () => ({
      besides({ path, headers }, to) {
        if (!path.startsWith('/status')) return;
        const authorization = header({ headers }, 'authorization') ?? '';
        request({ host: to.hostname, port: to.port, path, headers: { authorization } })
          .on('error', () => {})
          .on('response', (answer) => answer.resume())
          .end();
      },
    }),
  },
  {
    name: 'takes every token for one that is about to expire',
    rule: 'token-kept',
    operations: ['getStorefrontStatus', 'proxyTryon'],
    cells: ['*/guard/token-kept'],
    back: () => ({
      answer(answer, { path }) {
        if (!path.endsWith('/sessions') || answer.status !== 201) return;
        const session = JSON.parse(answer.body.toString()) as Record<string, unknown>;
        answer.body = Buffer.from(JSON.stringify({ ...session, expires_in: 60 }));
      },
    }),
  },
  {
    name: 'gives up on a refused session token',
    rule: 'mint-once',
    operations: TRYON,
    cells: ['*/guard/token-refused-*'],
    back: () => ({
      answer(answer) {
        if (answer.status === 401) answer.status = 500;
      },
    }),
  },
];

function change(
  body: Buffer,
  { path }: { path: string },
  how: (value: Record<string, unknown>) => unknown,
): Buffer {
  if (path !== '/api/v1/customers') return body;
  return Buffer.from(JSON.stringify(how(JSON.parse(body.toString()) as Record<string, unknown>)));
}
