import { inspect } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { BINARY, BODY, FIRST, ID, PLAIN, SECOND, TIMESTAMP } from '../../tests/vectors.ts';
import { WebhookVerificationError } from './error.ts';
import type { WebhookRequestHeaders } from './headers.ts';
import { signWebhook } from './sign.ts';
import { verifyWebhook } from './verify.ts';

const now = () => TIMESTAMP * 1000;
const DOCUMENTED = { 'x-genvoris-signature': `t=${TIMESTAMP},v1=${FIRST.hex}` };
const STANDARD = {
  'webhook-id': ID,
  'webhook-timestamp': String(TIMESTAMP),
  'webhook-signature': `v1,${FIRST.base64}`,
};

const verify = (headers: WebhookRequestHeaders, options = {}, body: Uint8Array | string = BODY) =>
  verifyWebhook(body, headers, FIRST.secret, { now, ...options });

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof WebhookVerificationError) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('verifyWebhook', () => {
  it('accepts the documented vector and gives the event', () => {
    expect(verify(DOCUMENTED)).toEqual(JSON.parse(BODY));
  });

  it('accepts the Standard Webhooks vector', () => {
    expect(verify(STANDARD).id).toBe(ID);
  });

  it('accepts what the standardwebhooks package signs', () => {
    const signature = new Webhook(FIRST.secret).sign(ID, new Date(now()), BODY);
    expect(verify({ ...STANDARD, 'webhook-signature': signature }).id).toBe(ID);
  });

  it('takes text, bytes, a Buffer, Fetch headers and names in any case', () => {
    expect(verify(DOCUMENTED, {}, new TextEncoder().encode(BODY)).id).toBe(ID);
    expect(verify(DOCUMENTED, {}, Buffer.from(BODY)).id).toBe(ID);
    expect(verify(new Headers(DOCUMENTED)).id).toBe(ID);
    expect(verify(new Headers(STANDARD)).id).toBe(ID);
    expect(verify({ 'X-Genvoris-Signature': [DOCUMENTED['x-genvoris-signature']] }).id).toBe(ID);
    expect(
      verify({
        ...signWebhook(BODY, { id: ID, type: 't', delivery: 'whd_1', timestamp: TIMESTAMP }, FIRST.secret),
      }).id,
    ).toBe(ID);
  });

  it('accepts any of several secrets and any of several signatures', () => {
    const rotated = { 'x-genvoris-signature': `t=${TIMESTAMP},v1=${SECOND.hex},v1=${FIRST.hex}` };
    expect(verify(rotated).id).toBe(ID);
    expect(verifyWebhook(BODY, DOCUMENTED, [SECOND.secret, FIRST.secret], { now }).id).toBe(ID);
    const plain = { 'x-genvoris-signature': `t=${TIMESTAMP},v1=${PLAIN.hex}` };
    expect(verifyWebhook(BODY, plain, PLAIN.secret, { now }).id).toBe(ID);
  });

  it('skips signature versions it does not know', () => {
    expect(verify({ 'x-genvoris-signature': `t=${TIMESTAMP},v2=zz,v1=${FIRST.hex},v0=old` }).id).toBe(ID);
    expect(verify({ ...STANDARD, 'webhook-signature': `v1a,xx v1,${FIRST.base64}` }).id).toBe(ID);
  });

  it('allows exactly the tolerance, both ways', () => {
    const at = (seconds: number) => ({ now: () => (TIMESTAMP + seconds) * 1000 });
    expect(codeOf(() => verify(DOCUMENTED, at(300)))).toBe('accepted');
    expect(codeOf(() => verify(DOCUMENTED, at(301)))).toBe('timestamp_too_old');
    expect(codeOf(() => verify(DOCUMENTED, at(-300)))).toBe('accepted');
    expect(codeOf(() => verify(DOCUMENTED, at(-301)))).toBe('timestamp_too_new');
    expect(codeOf(() => verify(STANDARD, at(301)))).toBe('timestamp_too_old');
    expect(codeOf(() => verify(DOCUMENTED, { ...at(11), tolerance: 10 }))).toBe('timestamp_too_old');
    expect(codeOf(() => verify(DOCUMENTED, { ...at(10), tolerance: 10 }))).toBe('accepted');
  });

  it('refuses a body that differs in one byte, though it means the same', () => {
    expect(codeOf(() => verify(DOCUMENTED, {}, `${BODY} `))).toBe('signature_mismatch');
    expect(codeOf(() => verify(DOCUMENTED, {}, JSON.stringify(JSON.parse(BODY))))).toBe('signature_mismatch');
  });

  it('refuses a fresh timestamp put on an old signature', () => {
    const fresh = { 'x-genvoris-signature': `t=${TIMESTAMP + 9999},v1=${FIRST.hex}` };
    expect(codeOf(() => verify(fresh, { now: () => (TIMESTAMP + 9999) * 1000 }))).toBe('signature_mismatch');
    const standard = { ...STANDARD, 'webhook-timestamp': String(TIMESTAMP + 9999) };
    expect(codeOf(() => verify(standard, { now: () => (TIMESTAMP + 9999) * 1000 }))).toBe(
      'signature_mismatch',
    );
  });

  it('refuses another id on a Standard Webhooks signature', () => {
    expect(codeOf(() => verify({ ...STANDARD, 'webhook-id': 'evt_other' }))).toBe('signature_mismatch');
  });

  it('refuses text moved between the id, the timestamp and the body', () => {
    const moved = { ...STANDARD, 'webhook-id': `${ID}.${TIMESTAMP}`, 'webhook-timestamp': '1' };
    expect(codeOf(() => verify(moved))).toBe('malformed_signature');
  });

  it('refuses one style’s digest in the other', () => {
    const hex = Buffer.from(FIRST.base64, 'base64').toString('hex');
    expect(codeOf(() => verify({ 'x-genvoris-signature': `t=${TIMESTAMP},v1=${hex}` }))).toBe(
      'signature_mismatch',
    );
  });

  it('does not let a good Standard signature make up for a bad documented one', () => {
    const both = { ...STANDARD, 'x-genvoris-signature': `t=${TIMESTAMP},v1=${'0'.repeat(64)}` };
    expect(codeOf(() => verify(both))).toBe('signature_mismatch');
    expect(codeOf(() => verify({ ...STANDARD, 'x-genvoris-signature': 'v1=' }))).toBe('malformed_signature');
  });

  it('refuses the other secret', () => {
    expect(codeOf(() => verifyWebhook(BODY, DOCUMENTED, SECOND.secret, { now }))).toBe('signature_mismatch');
  });

  it.each([
    ['no header at all', {}, 'missing_signature'],
    ['an empty header', { 'x-genvoris-signature': '' }, 'missing_signature'],
    ['a Standard pair without its id', { ...STANDARD, 'webhook-id': undefined }, 'missing_signature'],
    [
      'two signature headers',
      { 'x-genvoris-signature': [`t=1,v1=${FIRST.hex}`, `t=2,v1=${FIRST.hex}`] },
      'ambiguous_header',
    ],
    ['two spellings of one header', { ...DOCUMENTED, 'X-Genvoris-Signature': 'x' }, 'ambiguous_header'],
    [
      'two timestamps',
      { 'x-genvoris-signature': `t=1,t=${TIMESTAMP},v1=${FIRST.hex}` },
      'malformed_signature',
    ],
    [
      'two headers that were joined',
      { 'x-genvoris-signature': `t=1,v1=${FIRST.hex}, t=2,v1=${FIRST.hex}` },
      'malformed_signature',
    ],
    ['a timestamp in hex', { 'x-genvoris-signature': `t=0x6af,v1=${FIRST.hex}` }, 'malformed_signature'],
    ['a negative timestamp', { 'x-genvoris-signature': `t=-1,v1=${FIRST.hex}` }, 'malformed_signature'],
    [
      'a zero-padded timestamp',
      { 'x-genvoris-signature': `t=0${TIMESTAMP},v1=${FIRST.hex}` },
      'malformed_signature',
    ],
    [
      'a shortened digest',
      { 'x-genvoris-signature': `t=${TIMESTAMP},v1=${FIRST.hex.slice(0, 62)}` },
      'malformed_signature',
    ],
    ['an empty digest', { 'x-genvoris-signature': `t=${TIMESTAMP},v1=` }, 'malformed_signature'],
    ['no known version', { 'x-genvoris-signature': `t=${TIMESTAMP},v0=${FIRST.hex}` }, 'malformed_signature'],
    [
      'a header beyond all measure',
      { 'x-genvoris-signature': `t=1,${`v1=${FIRST.hex},`.repeat(999)}` },
      'malformed_signature',
    ],
    [
      'base64 without its padding',
      { ...STANDARD, 'webhook-signature': `v1,${FIRST.base64.slice(0, -1)}` },
      'malformed_signature',
    ],
    [
      'two joined Standard timestamps',
      { ...STANDARD, 'webhook-timestamp': `${TIMESTAMP}, ${TIMESTAMP}` },
      'malformed_signature',
    ],
  ])('refuses %s', (_, headers, code) => {
    expect(codeOf(() => verify(headers))).toBe(code);
  });

  it('refuses duplicated Fetch headers', () => {
    const headers = new Headers(DOCUMENTED);
    headers.append('x-genvoris-signature', DOCUMENTED['x-genvoris-signature']);
    expect(codeOf(() => verify(headers))).toBe('malformed_signature');
  });

  it.each(['[]', 'null', '1', '{"id":1}', '{"id":"evt_1","type":"t","created":"x"}', 'not json'])(
    'refuses the genuine but shapeless body %s',
    (body) => {
      const headers = {
        ...signWebhook(body, { id: ID, type: 't', delivery: 'whd_1', timestamp: TIMESTAMP }, FIRST.secret),
      };
      expect(codeOf(() => verify(headers, {}, body))).toBe('malformed_payload');
    },
  );

  it('verifies bytes that are no text, and only then finds they are no event', () => {
    const headers = { 'x-genvoris-signature': `t=${TIMESTAMP},v1=${BINARY.hex}` };
    expect(codeOf(() => verify(headers, {}, BINARY.body))).toBe('malformed_payload');
  });

  it('says what is wrong with an argument, and never quotes a secret', () => {
    expect(() => verify(DOCUMENTED, { tolerance: Number.NaN })).toThrow(/^tolerance/);
    expect(() => verify(DOCUMENTED, { tolerance: -1 })).toThrow(/^tolerance/);
    expect(() => verify(DOCUMENTED, {}, JSON.parse(BODY))).toThrow(/^rawBody/);
    expect(() => verifyWebhook(BODY, DOCUMENTED, [])).toThrow(/^secret/);
    expect.assertions(5);
    try {
      verifyWebhook(BODY, DOCUMENTED, 'whsec_canary!');
    } catch (error) {
      expect(inspect(error, { depth: 10 })).not.toContain('canary');
    }
  });
});
