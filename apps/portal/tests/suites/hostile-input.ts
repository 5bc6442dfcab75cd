import { readFileSync } from 'node:fs';
import { OPERATIONS, type Operation } from '@genvoris/contract';
import { validateResponse } from '@genvoris/contract/validators';
import { describe, expect, test } from 'vitest';
import type { PortalOperationId } from '../../src/api/operations/define.ts';
import { operations } from '../../src/api/operations/index.ts';
import { ACTIONS, DOWNLOADS, PAGES } from '../../src/surfaces/dashboard/routes.ts';
import { signIn } from '../dashboard/browse.ts';
import { furnish } from '../kit/furnish.ts';
import type { TestPortal, TestStore } from '../kit/test-portal.ts';

const INTERNAL = { 'x-internal-secret': 'an internal secret of the tests' };
const served: readonly Operation[] = Object.keys(operations).map((id) => OPERATIONS[id as PortalOperationId]);
const ofJson = served.filter(({ request }) => request?.mediaTypes.includes('application/json'));

const deep = (open: string, close: string, inside = '"\\u0000"', bytes = 15_800) => {
  const levels = Math.floor(bytes / (open.length + close.length));
  return open.repeat(levels) + inside + close.repeat(levels);
};

/** What no field takes, as JSON. */
const VALUES: Readonly<Record<string, string>> = {
  'deep arrays': deep('[', ']'),
  'deep arrays without an escape': deep('[', ']', '0'),
  'deep objects': deep('{"a":', '}'),
  'two deep arrays that are alike': `[${deep('[', ']', '', 7_800)},${deep('[', ']', '', 7_800)}]`,
  NUL: '"a\\u0000b"',
  'half of a surrogate pair': '"a\\ud83d"',
  'a NUL in a key': '{"a\\u0000":1}',
  'half of a pair in a key': '{"\\udc00":1}',
  'a huge number': '1e400',
  'many digits': '9'.repeat(4_000),
  'minus zero': '-0',
  __proto__: '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  'names of methods': '{"toString":1,"hasOwnProperty":2,"then":3,"toJSON":4}',
  'a long text': `"${'x'.repeat(12_000)}"`,
  'a long text of wide letters': `"${'😀'.repeat(3_000)}"`,
  'many keys': `{${Array.from({ length: 1_500 }, (_, n) => `"k${n}":1`).join()}}`,
  'a long key': `{"${'k'.repeat(12_000)}":1}`,
  'many items': `[${'0,'.repeat(7_000)}0]`,
  'items that are alike': `[${'{"a":[1]},'.repeat(500)}{"a":[1]}]`,
  'duplicate keys': '{"a":1,"a":{"a":2}}',
  null: 'null',
  nothing: '""',
};

/** Whole bodies, of which some are no JSON at all. */
const BODIES: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> = {
  ...VALUES,
  'a million keys': `{${Array.from({ length: 1_000_000 }, (_, n) => `"${n}":1`).join()}}`,
  'a byte order mark within': '{"a":\ufeff1}',
  'no UTF-8': new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  'a cut text': '{"a',
  'half an escape': '{"a":"\\ud8',
  'an open array': '['.repeat(16_000),
  'blanks alone': ' \n\t',
  'something behind it': '{} {}',
  'a real NUL': '{"a":"\0"}',
};

/** What stands beside a hostile field, so that it is looked at and not only missed. */
const BESIDE: Readonly<Partial<Record<string, Record<string, unknown>>>> = {
  trackEvents: { sessionId: 's', eventType: 'CLOSED' },
  createConversion: { orderId: 'o', platform: 'custom', amountCents: 1 },
  createReturn: { orderId: 'o', platform: 'custom', refundedAmountCents: 1 },
};

const REFUSED = { status: 400, word: 'invalid_body' };

/** Texts that a path or a query can bring, percent-encoded already. */
const TEXTS = [
  ...[
    '%00',
    '%ED%A0%80',
    '%FF',
    '%',
    '%zz',
    '%2e%2e%2f',
    '%F0%9F%98%80',
    '__proto__',
    '-1',
    '1e9',
    '%0d%0aX:1',
  ],
  ...['x'.repeat(8_000), '%5B'.repeat(2_000), 'NaN', '%7B%22a%22%3A1%7D', `${'9'.repeat(400)}`],
];

/** Whatever strangers and shops send, they are told what is wrong with it; nothing of it is a fault of ours. */
export function hostileInput(running: () => TestPortal, storage: string): void {
  // It is refused before any storage sees it.
  describe.skipIf(storage !== 'PGlite')('hostile input', () => {
    let made: Promise<{ store: TestStore; ids: Record<string, string> }> | undefined;
    const scene = () => {
      made ??= (async () => {
        const store = await running().store();
        const { customerId, jti, endpointId, deliveryId, planId } = await furnish(store);
        return { store, ids: { customerId, jti, endpointId, deliveryId, planId, orderId: 'o1' } };
      })();
      return made;
    };

    async function send(
      operation: Operation,
      { body, fill, query = '', headers = {} }: Sent,
    ): Promise<{ status: number; word: unknown; detail: unknown }> {
      const { store, ids } = await scene();
      const path = operation.path.replace(/\{([^}]+)\}/g, (_, name) => fill ?? idFor(operation, name, ids));
      const response = await fetch(`${running().server.url}${path}${query}`, {
        method: operation.method,
        headers: {
          authorization: `Bearer ${store.key}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...INTERNAL,
          ...headers,
        },
        body: body ?? null,
        redirect: 'manual',
      });
      const text = await response.text();
      if (response.status >= 500)
        throw new Error(`${operation.operationId} answered ${response.status}: ${text}`);
      const json = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined;
      if (json !== undefined && path.split('/').length === operation.path.split('/').length) {
        const result = validateResponse(operation.operationId as PortalOperationId, response.status, json);
        if (!result.ok) throw new Error(`${operation.operationId} ${response.status}: ${text}`);
      }
      return { status: response.status, word: json?.error ?? json?.code, detail: json?.detail };
    }

    test.each(ofJson.map((operation) => [operation.operationId, operation] as const))(
      '%s refuses a body that is not its own, by a word of its family',
      async (_, operation) => {
        for (const [name, body] of Object.entries(BODIES)) {
          expect([name, await send(operation, { body })]).toMatchObject([name, REFUSED]);
        }
        const bytes = (operation.bodyLimit ?? 0) - 16;
        for (const [open, close] of [
          ['[', ']'],
          ['{"a":', '}'],
          ['[{"":', '}]'],
        ] as const) {
          for (const inside of ['0', '"\\u0000"']) {
            expect(await send(operation, { body: deep(open, close, inside, bytes) })).toEqual({
              ...REFUSED,
              detail: 'The body is nested over 64 levels deep.',
            });
          }
        }
      },
    );

    test.each(ofJson.map((operation) => [operation.operationId, operation] as const))(
      '%s survives hostile fields',
      async (_, operation) => {
        const { store } = await scene();
        for (const field of [...fieldsOf(operation), 'unknown', '__proto__']) {
          for (const value of Object.values(VALUES)) {
            const beside = { ...BESIDE[operation.operationId], api_key: undefined, [field]: undefined };
            if (operation.operationId === 'trackTryon' && field !== 'api_key')
              Object.assign(beside, { api_key: store.key });
            const rest = JSON.stringify(beside).slice(1, -1);
            const body = `{${rest}${rest && ','}"${field}":${value}}`;
            await send(operation, { body });
          }
        }
        expect(({} as { polluted?: true }).polluted).toBeUndefined();
      },
    );

    test.each(served.map((operation) => [operation.operationId, operation] as const))(
      '%s survives hostile ids, queries and headers',
      async (_, operation) => {
        const names = operation.parameters.filter((each) => each.in === 'query').map(({ name }) => name);
        for (const text of TEXTS) {
          if (operation.path.includes('{')) await send(operation, { fill: text });
          for (const name of [...names, 'unknown'])
            await send(operation, { query: `?${name}=${text}&${name}=${text}` });
        }
        for (const value of ['\xff', '"', '=;=;', 'x'.repeat(6_000), '%00', '1, 2, 3']) {
          await send(operation, {
            headers: {
              cookie: `genvoris_session=${value}; genvoris_session.=${value}`,
              'idempotency-key': value,
              'x-request-id': value,
              'x-forwarded-for': value,
              origin: value,
              'content-type': value,
            },
          });
          await send(operation, {
            headers: { authorization: `Bearer ${value}`, 'x-internal-secret': value },
          });
        }
      },
    );

    test('the dashboard shows a form again, or refuses it, whatever is in it', async () => {
      const { store, ids } = await scene();
      const browser = await signIn(running(), store);
      await browser.get('/dashboard/settings');
      const texts = Object.values(VALUES).map((json) => {
        const value: unknown = JSON.parse(json);
        return typeof value === 'string' ? value : json;
      });
      for (const { path } of [...ACTIONS.filter((action) => !action.path.endsWith('/sign-out-others'))]) {
        const at = path.replace(/:(\w+)/g, (_, name) => ids[`${name}`] ?? idOf(path, ids));
        const names = [
          'name',
          'email',
          'planId',
          'status',
          'orderId',
          'amount',
          'domains',
          'url',
          'store',
          'id',
        ];
        for (const text of texts) {
          const { status } = await browser.post(at, Object.fromEntries(names.map((name) => [name, text])));
          expect([path, status < 500]).toEqual([path, true]);
        }
      }
      for (const { path } of [...PAGES, ...DOWNLOADS]) {
        for (const text of TEXTS) {
          const { status } = await browser.get(
            `${path.replace(/:\w+/g, text)}?q=${text}&cursor=${text}&after=${text}&status=${text}&product=${text}&days=${text}&platform=${text}&from=2026-03-01&to=2026-03-01`,
          );
          expect([path, text, status < 500]).toEqual([path, text, true]);
        }
      }
    });
  });
}

interface Sent {
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** In place of every id of the path. */
  readonly fill?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Json = Record<string, unknown>;

/** The fields that an operation documents for its body. */
function fieldsOf({ spec, operationId }: Operation): string[] {
  const document = JSON.parse(
    readFileSync(new URL(import.meta.resolve(`@genvoris/contract/specs/${spec}.json`)), 'utf8'),
  );
  for (const methods of Object.values(document.paths as Record<string, Json>)) {
    for (const operation of Object.values(methods) as Json[]) {
      if (operation.operationId !== operationId) continue;
      const { schema } = (operation.requestBody as { content: Record<string, { schema: Json }> }).content[
        'application/json'
      ] as { schema: Json };
      return fieldsIn(schema, document);
    }
  }
  throw new Error(`${operationId} is in no path of ${spec}.json`);
}

function fieldsIn(schema: Json, document: Json): string[] {
  if (typeof schema.$ref === 'string') {
    const path = schema.$ref.split('/').slice(1);
    return fieldsIn(
      path.reduce((at, name) => at[name] as Json, document),
      document,
    );
  }
  const choices = (schema.oneOf ?? []) as Json[];
  return [
    ...Object.keys((schema.properties ?? {}) as Json),
    ...choices.flatMap((each) => fieldsIn(each, document)),
  ];
}

/** An id of the path that leads somewhere. */
function idFor({ path }: Operation, name: string, ids: Record<string, string>): string {
  return name === 'id' ? idOf(path, ids) : (ids[name] ?? '');
}

function idOf(path: string, ids: Record<string, string>): string {
  const section = /(plans|customers|webhook)/.exec(path)?.[1];
  return (section === 'plans' ? ids.planId : section === 'customers' ? ids.customerId : ids.endpointId) ?? '';
}
