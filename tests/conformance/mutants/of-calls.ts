import { header, withHeader } from '@genvoris/testing/http-message';
import { answersJson, takes, takesJson } from '@genvoris/testing/mutations';
import { besides, type Mutant, remembersBrowser, restatus } from './mutant.ts';
import { CALLING, EVENTS, KEY_REFUSED, NAMING, PROXIES, TRYON } from './operations.ts';

const SMUGGLED = '*/guard/smuggled-headers';
const UPSERT = /^POST \/api\/v1\/customers$/;

/** Mistakes in what goes upstream. */
export const CALL_MUTANTS: Mutant[] = [
  {
    name: 'asks the portal for more than the operation needs',
    rule: 'upstream-call',
    operations: CALLING,
    cells: [KEY_REFUSED],
    back: besides((request) => ({
      ...request,
      method: 'GET',
      path: '/api/v1/plans',
      body: Buffer.alloc(0),
    })),
  },
  {
    name: 'forgets the key',
    rule: 'key',
    operations: CALLING,
    cells: [KEY_REFUSED],
    back: takes(/./, (request) => withHeader(request, 'Authorization', undefined)),
  },
  {
    name: 'forwards the client’s cookie',
    rule: 'cookie',
    operations: CALLING,
    cells: [KEY_REFUSED],
    front: remembersBrowser,
    back: (memory) =>
      takes(/./, (request) =>
        withHeader(request, 'Cookie', memory.browser && header(memory.browser, 'cookie')),
      )(),
  },
  {
    name: 'joins the client’s query to its own',
    rule: 'client-key',
    operations: CALLING,
    cells: [SMUGGLED],
    front: remembersBrowser,
    back: (memory) =>
      takes(/./, (request) => ({
        ...request,
        path: `${request.path}?${memory.browser?.path.split('?')[1] ?? ''}`,
      }))(),
  },
  {
    name: 'forwards the client’s headers',
    rule: 'request-headers',
    operations: CALLING,
    cells: [SMUGGLED],
    front: remembersBrowser,
    back: (memory) =>
      takes(/./, (request) =>
        withHeader(request, 'X-Forwarded-For', memory.browser && header(memory.browser, 'x-forwarded-for')),
      )(),
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
    back: takesJson(UPSERT, (body) => ({ ...body, resetPeriod: true })),
  },
  {
    name: 'names the shopper in the events of the widget',
    rule: 'request-body',
    operations: EVENTS,
    cells: ['*/guard/body-events'],
    back: takesJson(/^POST \/api\/v1\/events$/, (body) => ({
      events: (body.events as object[]).map((event) => ({ ...event, metadata: { shopper: 'wp_42' } })),
    })),
  },
  {
    name: 'names one customer for all shoppers',
    rule: 'identity',
    operations: NAMING,
    cells: ['*/upsertCustomer/answer/upserted'],
    back: takesJson(UPSERT, (body) => ({ ...body, externalId: 'external_1' })),
  },
  {
    name: 'reads the photo as text',
    rule: 'body',
    operations: PROXIES,
    cells: ['*/answer/usable_photo', '*/answer/generated'],
    back: takes(/^POST (?!\/api\/v1)/, (request) => ({
      ...request,
      body: Buffer.from(request.body.toString('utf8')),
    })),
  },
  {
    name: 'keeps the session token to itself',
    rule: 'session-token',
    operations: TRYON,
    cells: ['*/guard/shopper-with-plan'],
    back: takes(/./, (request) => withHeader(request, 'X-End-Customer-Token', undefined)),
  },
  {
    name: 'asks upstream once more for every status',
    rule: 'coalesce',
    operations: ['getStorefrontStatus'],
    cells: ['*/guard/at-the-same-time'],
    back: besides((request) => (request.path.startsWith('/status') ? request : undefined)),
  },
  {
    name: 'takes every token for one that is about to expire',
    rule: 'token-kept',
    operations: ['getStorefrontStatus', 'proxyTryon'],
    cells: ['*/guard/token-kept'],
    back: answersJson(/\/sessions$/, (session) => ({ ...session, expires_in: 60 })),
  },
  {
    name: 'gives up on a refused session token',
    rule: 'mint-once',
    operations: TRYON,
    cells: ['*/guard/token-refused-*'],
    back: restatus(500, 401),
  },
];
