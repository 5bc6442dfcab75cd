import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from './gen/catalogue.ts';
import type { Operation } from './gen/operation.ts';
import { OPERATION_IDS, OPERATIONS } from './gen/operations.ts';
import { SPECS } from './gen/specs.ts';
import { validateEvent, validateRequest, validateResponse } from './validators.ts';

type Node = Record<string, unknown>;
const gen = join(import.meta.dirname, 'gen');
const read = (file: string): Node => JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'));
const specs = Object.fromEntries(Object.keys(SPECS).map((name) => [name, read(`../specs/${name}.json`)]));
const spec = (name: string): Node => specs[name] ?? {};

function at(document: Node, ...path: string[]): Node {
  return path.reduce((above, name) => {
    const node = (above[name] ?? {}) as Node;
    const ref = typeof node.$ref === 'string' ? node.$ref.slice(2).split('/') : undefined;
    return ref ? at(document, ...ref.map((part) => part.replaceAll('~1', '/'))) : node;
  }, document);
}

function* examples(
  document: Node,
  ...path: string[]
): Generator<[mediaType: string, name: string, value: unknown]> {
  for (const mediaType of Object.keys(at(document, ...path, 'content'))) {
    for (const name of Object.keys(at(document, ...path, 'content', mediaType, 'examples'))) {
      yield [mediaType, name, at(document, ...path, 'content', mediaType, 'examples', name).value];
    }
  }
}

const operations: Operation[] = OPERATION_IDS.map((id) => OPERATIONS[id]);

describe('validators', () => {
  it('accept every example of every response', () => {
    let count = 0;
    for (const { spec: name, operationId, path, method, responses } of operations) {
      for (const status of Object.keys(responses)) {
        const place = ['paths', path, method.toLowerCase(), 'responses', status];
        for (const [mediaType, example, value] of examples(spec(name), ...place)) {
          const result = validateResponse(operationId as 'getStatus', Number(status), value, mediaType);
          expect({ operationId, status, example, result }).toMatchObject({ result: { ok: true } });
          count += 1;
        }
      }
    }
    expect(count).toBeGreaterThan(operations.length);
  });

  it('accept every example of every request', () => {
    for (const { spec: name, operationId, path, method } of operations) {
      const place = ['paths', path, method.toLowerCase(), 'requestBody'];
      for (const [mediaType, example, value] of examples(spec(name), ...place)) {
        const result = validateRequest(operationId as 'trackTryon', value, mediaType);
        expect({ operationId, example, result }).toMatchObject({ result: { ok: true } });
      }
    }
  });

  it('accept every example of every event, and refuse an event that does not exist', () => {
    for (const type of EVENT_TYPES) {
      for (const [, , value] of examples(spec('v1'), 'webhooks', type, 'post', 'requestBody')) {
        expect({ type, result: validateEvent(type, value) }).toMatchObject({ result: { ok: true } });
      }
      expect(validateEvent(type, {}).ok).toBe(false);
    }
    expect(validateEvent('toString' as 'webhook.test', {}).ok).toBe(false);
  });

  it('let an error response carry only the words it shows', () => {
    expect(validateResponse('getStatus', 401, { code: 'invalid_api_key' }).ok).toBe(true);
    expect(validateResponse('getStatus', 401, { code: 'rate_limited' })).toEqual({
      ok: false,
      errors: [{ path: '/code', message: 'must be one of "invalid_api_key"' }],
    });
    const error = 'end_customer_quota';
    expect(validateResponse('trackTryon', 402, { error, reason: 'paused', message: 'x' }).ok).toBe(true);
    expect(validateResponse('trackTryon', 402, { error, message: 'x' }).ok).toBe(false);
    expect(validateResponse('trackTryon', 402, { error: 'not_found', message: 'x' }).ok).toBe(false);
  });

  it('point at what is wrong, and at where a missing field belongs', () => {
    const body = { access: 'ALLOWED', monetizationModel: 'per_tryon' };
    const missing = validateResponse('getStatus', 200, body);
    expect(missing).toMatchObject({ ok: false, errors: [{ path: '/quota', message: 'is required' }] });
    const broken = validateResponse('getStatus', 200, {
      ...body,
      quota: { used: -1, limit: 1, resetsAt: '2026-12-01T00:00:00Z' },
    });
    expect(broken).toMatchObject({
      ok: false,
      errors: [{ path: '/quota/used', message: 'must be >= 0' }],
    });
  });

  it('say of a union what is wrong with the alternative that was meant', () => {
    const paths = (result: ReturnType<typeof validateRequest>) =>
      result.ok ? [] : [...new Set(result.errors.map(({ path }) => path))];
    const sent = (body: unknown) => paths(validateRequest('trackEvents', body));
    const event = { sessionId: 's', eventType: 'CLOSED' };
    for (const events of [[], Array.from({ length: 51 }, () => event), null, 5, 'x', {}])
      expect(sent({ events }), JSON.stringify(events)).toEqual(['/events']);
    expect(sent({ events: [event], extra: 1 })).toEqual(['/extra']);
    expect(sent({ events: [event, { sessionId: 's' }] })).toEqual(['/events/1/eventType']);
    expect(sent({ events: [{ ...event, extra: 1 }], extra: 1 })).toEqual(['/events/0/extra', '/extra']);
    expect(sent({ ...event, extra: 1 })).toEqual(['/extra']);
    expect(sent({ sessionId: 's' })).toEqual(['/eventType']);
    expect(sent({ eventType: 'NOPE' })).toEqual(['/sessionId', '/eventType']);
    // Nothing tells what these were to be.
    expect(sent({})).toEqual(['/sessionId', '/eventType', '/events']);
    expect(sent([])).toEqual(['']);
    expect(sent(null)).toEqual(['']);
    // Neither is whole, and both were begun.
    expect(sent({ sessionId: 's', events: [] })[0]).toBe('/eventType');

    const status = (body: unknown) => paths(validateResponse('getStatus', 200, body));
    expect(status({ access: 'NOPE', monetizationModel: 'subscription' })).toEqual(['/access']);
    expect(status({ access: 'NOPE' })).toEqual(['/access']);
    expect(status({ access: 'ALLOWED', monetizationModel: 'nope' })).toEqual([
      '/quota',
      '/monetizationModel',
    ]);
    const tried = (body: unknown) => paths(validateResponse('generateTryon', 402, body));
    expect(tried({ error: 'nope', message: 'x' })[0]).toBe('/error');
    expect(tried({ code: 'nope' })[0]).toBe('/code');
  });

  it('refuse what the contract does not have: status, operation, media type, body', () => {
    const message = (result: ReturnType<typeof validateRequest>) =>
      result.ok ? '' : result.errors[0]?.message;
    expect(message(validateResponse('getStatus', 418, {}))).toBe('getStatus does not answer 418');
    expect(message(validateResponse('hasOwnProperty' as 'getStatus', 200, {}))).toContain('no operation');
    expect(message(validateResponse('getStatus', 200, {}, 'text/html'))).toContain('not text/html');
    expect(message(validateRequest('getStatus', { a: 1 }))).toBe('getStatus takes no body');
    expect(message(validateRequest('trackTryon', undefined))).toBe('trackTryon needs a body');
    expect(
      validateResponse('getStatus', 200, { access: 'ALLOWED' }, 'application/json; charset=utf-8').ok,
    ).toBe(true);
  });

  it('tell a body that was left out from one that says null or nothing', () => {
    expect(validateRequest('createSession', undefined)).toEqual({ ok: true });
    for (const sent of [null, '']) {
      expect(validateRequest('createSession', sent)).toEqual({
        ok: false,
        errors: [{ path: '', message: 'must be object' }],
      });
      expect(validateRequest('trackTryon', sent).ok).toBe(false);
      expect(validateRequest('getStatus', sent).ok).toBe(false);
      expect(validateResponse('deleteWebhookEndpoint', 204, sent).ok).toBe(false);
    }
    expect(validateResponse('deleteWebhookEndpoint', 204, undefined)).toEqual({ ok: true });
  });

  it('name what is wrong with the one of many alternatives that was meant', () => {
    const event = { id: 'a', type: 'order.refunded', occurredAt: '2026-11-20T10:00:00Z' };
    const paths = (value: unknown) => {
      const valid = validateRequest('receiveShopEvent', value);
      return valid.ok ? [] : valid.errors.map(({ path }) => path);
    };
    expect(paths({ ...event, data: { orderId: 1, amountCents: null } })).toEqual(['/data/refundId']);
    expect(paths({ ...event, type: 'subscription.ended', data: { customerId: 7 } })).toEqual([
      '/data/subscriptionId',
    ]);
    expect(paths(0).length).toBeGreaterThan(0);
  });

  it('stop listing errors when nobody would read on', () => {
    const fields = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`field${at}`, 1]));
    const result = validateRequest('createStorefrontSession', fields);
    expect(result.ok ? 0 : result.errors.length).toBe(20);
  });

  it('accept a date-time exactly when its day and time exist', () => {
    const part = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'));
    const year = fc.integer({ min: 1000, max: 9999 });
    const time = fc.tuple(year, part(13), part(32), part(25), part(60), part(59));
    fc.assert(
      fc.property(time, ([year, month, day, hour, minute, second]) => {
        const resetsAt = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
        const date = new Date(resetsAt);
        const exists = !Number.isNaN(date.getTime()) && date.toISOString() === resetsAt.replace('Z', '.000Z');
        const body = { access: 'ALLOWED', quota: { used: 0, limit: 0, resetsAt } };
        expect(validateResponse('getStatus', 200, body).ok, resetsAt).toBe(exists);
      }),
      { numRuns: 2000 },
    );
  });

  it('run without eval and import nothing but each other', () => {
    for (const name of readdirSync(gen, { recursive: true, encoding: 'utf8' })) {
      if (!/\.[jt]s$/.test(name)) continue;
      const source = readFileSync(join(gen, name), 'utf8');
      expect(source).not.toMatch(/\beval\b|new Function|require\(/);
      for (const [, from] of source.matchAll(/from '([^']+)'/g)) expect(from).toMatch(/^\.\.?\//);
    }
    const script = `
      const { validateResponse } = await import(${JSON.stringify(join(import.meta.dirname, 'validators.ts'))});
      process.stdout.write(String(validateResponse('getStatus', 200, { access: 'ALLOWED' }).ok));`;
    const flags = ['--disallow-code-generation-from-strings', '--input-type=module', '-e', script];
    expect(execFileSync(process.execPath, flags, { encoding: 'utf8' })).toBe('true');
  });
});
