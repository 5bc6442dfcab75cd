import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCESS_VALUES, ERROR_CODES, ERRORS } from './gen/catalogue.ts';
import { parseStatus, parseStorefrontStatus, readStatusAnswer, tolerateStatus } from './status.ts';
import { validateResponse } from './validators.ts';

const quota = { used: 12, limit: 1000, resetsAt: '2026-12-01T00:00:00Z' };
const full = {
  access: 'ALLOWED',
  message: 'Try-on is available.',
  quota,
  plan: 'growth',
  monetizationModel: 'per_tryon',
  overageEnabled: false,
  externalId: 'woocommerce_42',
};
const isAccess = (value: unknown) => ACCESS_VALUES.some((access) => access === value);

describe('parseStatus', () => {
  it('reads every documented field', () => {
    expect(parseStatus(full)).toEqual(full);
  });

  it.each(ACCESS_VALUES)('reads access %s', (access) => {
    expect(parseStatus({ access })).toEqual({ access });
  });

  it.each([
    ['an unknown access', { ...full, access: 'SOMETHING_NEW' }],
    ['a missing access', { plan: 'free' }],
    ['an access of the wrong type', { ...full, access: ['ALLOWED'] }],
    ['an access in another case', { ...full, access: 'allowed' }],
    ['an inherited access', Object.create({ access: 'ALLOWED' })],
    ['per_tryon without quota', { access: 'ALLOWED', monetizationModel: 'per_tryon' }],
    ['a quota that is no object', { ...full, quota: 12 }],
    ['a negative quota', { ...full, quota: { ...quota, used: -1 } }],
    ['a day that does not exist', { ...full, quota: { ...quota, resetsAt: '2026-02-30T00:00:00Z' } }],
    ['a list', [full]],
    ['a text', 'ALLOWED'],
    ['null', null],
    ['nothing', undefined],
  ])('reads %s as ERROR', (_, value) => {
    expect(parseStatus(value)).toEqual({ access: 'ERROR' });
  });

  it('leaves out a plan it does not know, and fields that are not documented', () => {
    const { plan: _, ...rest } = full;
    const value = { ...full, plan: 'pro', quota: { ...quota, extra: 1 }, future: true };
    expect(parseStatus(value)).toEqual(rest);
  });

  it('leaves out an externalId without a canonical prefix, as clients in the field send it', () => {
    const { externalId: _, ...rest } = full;
    expect(parseStatus({ ...full, externalId: '12345' })).toEqual(rest);
  });

  it('never throws and answers only documented statuses, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const status = parseStatus(value);
        expect(validateResponse('getStatus', 200, status)).toEqual({ ok: true });
      }),
    );
  });

  it('never throws and keeps to the contract for objects that look like a status', () => {
    const field = fc.oneof(fc.jsonValue(), fc.constantFrom(...Object.values(full)));
    const keys = fc.constantFrom(...Object.keys(full), '__proto__', 'constructor', 'toString');
    const entries = fc.array(fc.tuple(keys, field), { maxLength: 9 });
    fc.assert(
      fc.property(entries, (pairs) => {
        const text = `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join()}}`;
        const value: { access?: unknown } = JSON.parse(text);
        const status = parseStatus(value);
        expect(validateResponse('getStatus', 200, status)).toEqual({ ok: true });
        if (!Object.hasOwn(value, 'access') || !isAccess(value.access)) expect(status.access).toBe('ERROR');
        expect(Object.getPrototypeOf(status)).toBe(Object.prototype);
      }),
    );
  });

  it('never throws on values that are not JSON', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (value) =>
        isAccess(parseStatus(value).access),
      ),
    );
  });

  it('reads ERROR where a getter or a proxy throws', () => {
    const getter = {
      get access(): string {
        throw new Error('hostile');
      },
    };
    const refuse = () => {
      throw new Error('hostile');
    };
    const proxy = new Proxy(
      {},
      { get: refuse, has: refuse, ownKeys: refuse, getOwnPropertyDescriptor: refuse },
    );
    expect(parseStatus(getter)).toEqual({ access: 'ERROR' });
    expect(parseStatus(proxy)).toEqual({ access: 'ERROR' });
    expect(parseStorefrontStatus(proxy)).toEqual({ access: 'ERROR', canTryOn: false, ctaType: 'none' });
  });

  it('reads each field once, so that a getter cannot answer twice differently', () => {
    const answers = ['ALLOWED', 'NONSENSE'];
    const value = {
      get access() {
        return answers.shift();
      },
    };
    expect(parseStatus(value)).toEqual({ access: 'ALLOWED' });
  });
});

describe('readStatusAnswer', () => {
  it.each(ERROR_CODES)('reads %s as its catalogue says', (code) => {
    const { status, readsAs } = ERRORS[code];
    expect(readStatusAnswer({ status, body: { code } })).toEqual({ access: readsAs });
  });

  it('reads the body of a 200', () => {
    expect(readStatusAnswer({ status: 200, body: full })).toEqual(full);
  });

  it.each([
    ['an unknown code', 402, { code: 'something_new' }],
    ['a known code under another status', 500, { code: 'quota_exhausted' }],
    ['a status body under an error', 500, full],
    ['a status body under another 2xx', 204, full],
    ['a name of Object.prototype', 402, { code: 'constructor' }],
    ['no body', 402, undefined],
    ['HTML', 502, '<!doctype html>'],
  ])('reads %s as ERROR', (_, status, body) => {
    expect(readStatusAnswer({ status, body })).toEqual({ access: 'ERROR' });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.integer(), fc.anything(), (status, body) =>
        isAccess(readStatusAnswer({ status, body }).access),
      ),
    );
  });
});

describe('parseStorefrontStatus', () => {
  const shopper = { canTryOn: true, ctaType: 'try_on', remaining: 3, sessionToken: 'x'.repeat(16) };

  it('reads the account and the shopper from one flat object', () => {
    expect(parseStorefrontStatus({ ...full, ...shopper })).toEqual({ ...full, ...shopper });
  });

  it('lets nobody try on unless access is ALLOWED', () => {
    expect(parseStorefrontStatus({ ...full, ...shopper, access: 'LOCKED' })).toMatchObject({
      canTryOn: false,
    });
    const hidden = { access: 'ERROR', canTryOn: false, ctaType: 'none' };
    expect(parseStorefrontStatus({ ...full, ...shopper, access: 'NEW' })).toEqual(hidden);
  });

  it('reads an unknown call to action as none and leaves out what is mistyped', () => {
    const value = { access: 'ALLOWED', canTryOn: 'yes', ctaType: 'dance', remaining: '3', sessionToken: 7 };
    expect(parseStorefrontStatus(value)).toEqual({ access: 'ALLOWED', canTryOn: false, ctaType: 'none' });
  });

  it('never throws and answers only documented bodies', () => {
    const keys = fc.constantFrom(...Object.keys({ ...full, ...shopper }));
    const field = fc.oneof(
      fc.jsonValue(),
      fc.string(),
      fc.constantFrom(...Object.values({ ...full, ...shopper })),
    );
    fc.assert(
      fc.property(fc.dictionary(keys, field), (fields) => {
        const value = { access: 'ALLOWED', ...fields };
        const status = parseStorefrontStatus(value);
        expect(validateResponse('getStorefrontStatus', 200, status)).toEqual({ ok: true });
      }),
    );
  });
});

describe('tolerateStatus', () => {
  it('mends only what another version may have put there', () => {
    const { plan: _plan, externalId: _externalId, ...rest } = full;
    expect(tolerateStatus({ ...full, plan: 'pro', externalId: '12345', future: 1 })).toEqual({
      ...rest,
      future: 1,
    });
    expect(tolerateStatus({ ...full, access: 'SOMETHING_NEW', quota: 12 })).toEqual({ access: 'ERROR' });
  });

  it.each([[{ ...full, quota: 12 }], [[full]], ['ALLOWED'], [null]])(
    'leaves %j for a validator to refuse',
    (value) => {
      expect(tolerateStatus(value)).toEqual(value);
      expect(validateResponse('getStatus', 200, tolerateStatus(value)).ok).toBe(false);
    },
  );
});
