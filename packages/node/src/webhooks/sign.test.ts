import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { BINARY, BODY, FIRST, ID, OWN, PLAIN, SECOND, TIMESTAMP } from '../../tests/vectors.ts';
import { signWebhook } from './sign.ts';
import { verifyWebhook } from './verify.ts';

const MESSAGE = { id: ID, type: 'tryon.completed', delivery: 'whd_01JD8Z7A', timestamp: TIMESTAMP };

describe('signWebhook', () => {
  it('gives all six headers, as the vectors have them', () => {
    expect(signWebhook(BODY, MESSAGE, FIRST.secret)).toEqual({
      'X-Genvoris-Signature': `t=${TIMESTAMP},v1=${FIRST.hex}`,
      'X-Genvoris-Event': 'tryon.completed',
      'X-Genvoris-Delivery': 'whd_01JD8Z7A',
      'webhook-id': ID,
      'webhook-timestamp': String(TIMESTAMP),
      'webhook-signature': `v1,${FIRST.base64}`,
    });
  });

  it('signs in rotation with the old secret in our style and with both in the standard one', () => {
    const headers = signWebhook(BODY, MESSAGE, [SECOND.secret, FIRST.secret]);
    expect(headers['X-Genvoris-Signature']).toBe(`t=${TIMESTAMP},v1=${FIRST.hex}`);
    expect(headers['webhook-signature']).toBe(`v1,${SECOND.base64} v1,${FIRST.base64}`);
  });

  it('takes the text itself as the key where the secret has no whsec_ prefix', () => {
    const headers = signWebhook(BODY, MESSAGE, PLAIN.secret);
    expect(headers['X-Genvoris-Signature']).toBe(`t=${TIMESTAMP},v1=${PLAIN.hex}`);
    expect(headers['webhook-signature']).toBe(`v1,${PLAIN.base64}`);
  });

  it('signs bytes, not text', () => {
    const headers = signWebhook(BINARY.body, MESSAGE, FIRST.secret);
    expect(headers['X-Genvoris-Signature']).toBe(`t=${TIMESTAMP},v1=${BINARY.hex}`);
    expect(signWebhook(Buffer.from(BODY), MESSAGE, FIRST.secret)).toEqual(
      signWebhook(BODY, MESSAGE, FIRST.secret),
    );
  });

  it('is verified by the standardwebhooks package', () => {
    const { timestamp: _, ...now } = MESSAGE;
    const prefixed = { ...signWebhook(BODY, now, [SECOND.secret, FIRST.secret]) };
    expect(new Webhook(FIRST.secret).verify(BODY, prefixed)).toEqual(JSON.parse(BODY));
    const plain = { ...signWebhook(BODY, now, PLAIN.secret) };
    expect(new Webhook(PLAIN.secret, { format: 'raw' }).verify(BODY, plain)).toEqual(JSON.parse(BODY));
    expect(() => new Webhook(SECOND.secret).verify(BODY, plain)).toThrow('No matching signature');
  });

  it.each([
    ['an id with a dot, which could slide into the timestamp', { id: 'evt_1.2' }],
    ['a type with a line break', { type: 'a\r\nb' }],
    ['an empty delivery', { delivery: '' }],
    ['no id', { id: undefined as never }],
    ['a timestamp in fractions', { timestamp: 1.5 }],
  ])('refuses %s', (_, wrong) => {
    expect(() => signWebhook(BODY, { ...MESSAGE, ...wrong }, FIRST.secret)).toThrow(TypeError);
  });

  it('takes a secret of the store that begins like ours as the text it is', () => {
    const { timestamp: _, ...now } = MESSAGE;
    const secret = 'whsec_test_secret-1';
    const headers = { ...signWebhook(BODY, now, secret) };
    expect(new Webhook(secret, { format: 'raw' }).verify(BODY, headers)).toEqual(JSON.parse(BODY));
    expect(verifyWebhook(BODY, headers, secret)).toEqual(JSON.parse(BODY));
  });

  it.each(OWN)('signs with $secret as given, and verifies it by either style', ({ secret, hex, base64 }) => {
    const headers = signWebhook(BODY, MESSAGE, secret);
    expect(headers['X-Genvoris-Signature']).toBe(`t=${TIMESTAMP},v1=${hex}`);
    expect(headers['webhook-signature']).toBe(`v1,${base64}`);
    const { 'X-Genvoris-Signature': _, ...standard } = headers;
    const now = () => TIMESTAMP * 1000;
    for (const each of [headers, standard])
      expect(verifyWebhook(BODY, { ...each }, secret, { now })).toEqual(JSON.parse(BODY));
  });

  it('signs with unpadded base64 as the standardwebhooks package does', () => {
    const { timestamp: _, ...now } = MESSAGE;
    const { secret } = OWN[1] ?? expect.fail();
    expect(new Webhook(secret).verify(BODY, { ...signWebhook(BODY, now, secret) })).toEqual(JSON.parse(BODY));
  });

  it.each(['', 'whsec_', 'whsec_canary whsec_canary'])(
    'refuses the secret %j without quoting it',
    (secret) => {
      expect.assertions(2);
      try {
        signWebhook(BODY, MESSAGE, secret);
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError);
        expect(String(error)).not.toContain('canary');
      }
    },
  );
});
