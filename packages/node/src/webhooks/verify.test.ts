import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { BINARY, BODY, FIRST, ID, PLAIN, SECOND, TIMESTAMP } from '../../tests/vectors.ts';
import { WebhookVerificationError } from './error.ts';
import type { WebhookRequestHeaders } from './headers.ts';
import type { WebhookBody } from './raw-body.ts';
import type { WebhookSecrets } from './secret.ts';
import { signWebhook } from './sign.ts';
import { verifyWebhook } from './verify.ts';

const now = () => TIMESTAMP * 1000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const documented = (value: string) => ({ 'x-genvoris-signature': value });
const DOCUMENTED = documented(`t=${TIMESTAMP},v1=${FIRST.hex}`);
const FIRST_STANDARD_HEX = Buffer.from(FIRST.base64, 'base64').toString('hex');
const STANDARD = {
  'webhook-id': ID,
  'webhook-timestamp': String(TIMESTAMP),
  'webhook-signature': `v1,${FIRST.base64}`,
};

const verify = (headers: WebhookRequestHeaders, options = {}, body: WebhookBody = BODY) =>
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

/** Bytes whose memory belongs to another thread by now. */
function handedOver(): Uint8Array {
  const bytes = new TextEncoder().encode(BODY);
  structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
  return bytes;
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

  it('takes the bytes in any kind of memory', () => {
    const bytes = new TextEncoder().encode(`xx${BODY}`);
    const { buffer, byteLength } = bytes.slice(2);
    const shared = new SharedArrayBuffer(byteLength);
    new Uint8Array(shared).set(bytes.subarray(2));
    const foreign = runInNewContext('new Uint8Array(bytes)', { bytes: [...bytes.subarray(2)] }) as Uint8Array;
    const bodies = [
      buffer,
      shared,
      new DataView(bytes.buffer, 2),
      bytes.subarray(2),
      foreign,
      foreign.buffer,
    ];
    for (const body of bodies) expect(verify(DOCUMENTED, {}, body).id).toBe(ID);
  });

  it('cuts white space off a secret and passes over blank ones of a list', () => {
    const take = (secret: WebhookSecrets) => verifyWebhook(BODY, DOCUMENTED, secret, { now }).id;
    for (const secret of [`${FIRST.secret}\n`, ` ${FIRST.secret}\r\n`, `\ufeff${FIRST.secret}`])
      expect(take(secret)).toBe(ID);
    expect(take(['', undefined, ' ', FIRST.secret])).toBe(ID);
  });

  it('accepts any of several secrets and any of several signatures', () => {
    const rotated = documented(`t=${TIMESTAMP},v1=${SECOND.hex},v1=${FIRST.hex}`);
    expect(verify(rotated).id).toBe(ID);
    expect(verifyWebhook(BODY, DOCUMENTED, [SECOND.secret, FIRST.secret], { now }).id).toBe(ID);
    const plain = documented(`t=${TIMESTAMP},v1=${PLAIN.hex}`);
    expect(verifyWebhook(BODY, plain, PLAIN.secret, { now }).id).toBe(ID);
  });

  it('skips signature versions it does not know', () => {
    expect(verify(documented(`t=${TIMESTAMP},v2=zz,v1=${FIRST.hex},v0=old`)).id).toBe(ID);
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

  it.each<[string, WebhookRequestHeaders, string?]>([
    ['a body that differs in one byte', DOCUMENTED, `${BODY} `],
    ['a body that means the same', DOCUMENTED, JSON.stringify(JSON.parse(BODY))],
    ['a fresh timestamp on an old signature', documented(`t=${TIMESTAMP + 9},v1=${FIRST.hex}`)],
    ['the same in Standard Webhooks', { ...STANDARD, 'webhook-timestamp': String(TIMESTAMP + 9) }],
    ['another id on a Standard signature', { ...STANDARD, 'webhook-id': 'evt_other' }],
    ['one style’s digest in the other', documented(`t=${TIMESTAMP},v1=${FIRST_STANDARD_HEX}`)],
    ['the other secret', documented(`t=${TIMESTAMP},v1=${SECOND.hex}`)],
  ])('refuses %s', (_, headers, body) => {
    expect(codeOf(() => verify(headers, {}, body))).toBe('signature_mismatch');
  });

  it('does not let a good Standard signature make up for a bad documented one', () => {
    const both = { ...STANDARD, 'x-genvoris-signature': `t=${TIMESTAMP},v1=${'0'.repeat(64)}` };
    expect(codeOf(() => verify(both))).toBe('signature_mismatch');
    expect(codeOf(() => verify({ ...STANDARD, 'x-genvoris-signature': 'v1=' }))).toBe('malformed_signature');
  });

  it.each([
    ['no header at all', {}, 'missing_signature'],
    ['an empty header', documented(''), 'missing_signature'],
    ['a header that is null', documented(null as never), 'missing_signature'],
    ['a Standard pair without its id', { ...STANDARD, 'webhook-id': undefined }, 'missing_signature'],
    ['two headers', { 'x-genvoris-signature': [`t=1,v1=${FIRST.hex}`, 't=2'] }, 'ambiguous_header'],
    ['two spellings of one header', { ...DOCUMENTED, 'X-Genvoris-Signature': 'x' }, 'ambiguous_header'],
  ])('refuses %s', (_, headers, code) => {
    expect(codeOf(() => verify(headers))).toBe(code);
  });

  it.each<[string, WebhookRequestHeaders]>([
    ['two timestamps', documented(`t=1,t=${TIMESTAMP},v1=${FIRST.hex}`)],
    ['two headers that were joined', documented(`t=1,v1=${FIRST.hex}, t=2,v1=${FIRST.hex}`)],
    ['a timestamp in hex', documented(`t=0x6af,v1=${FIRST.hex}`)],
    ['a negative timestamp', documented(`t=-1,v1=${FIRST.hex}`)],
    ['a zero-padded timestamp', documented(`t=0${TIMESTAMP},v1=${FIRST.hex}`)],
    ['a shortened digest', documented(`t=${TIMESTAMP},v1=${FIRST.hex.slice(0, 62)}`)],
    ['an empty digest', documented(`t=${TIMESTAMP},v1=`)],
    ['no known version', documented(`t=${TIMESTAMP},v0=${FIRST.hex}`)],
    ['a header beyond all measure', documented(`t=1,${`v1=${FIRST.hex},`.repeat(999)}`)],
    ['a digest in upper case', documented(`t=${TIMESTAMP},v1=${FIRST.hex.toUpperCase()}`)],
    ['a timestamp with a sign', documented(`t=+${TIMESTAMP},v1=${FIRST.hex}`)],
    ['a timestamp behind a blank', documented(`t= ${TIMESTAMP},v1=${FIRST.hex}`)],
    ['a timestamp with an exponent', documented(`t=1795168800e0,v1=${FIRST.hex}`)],
    ['a timestamp in fractions', documented(`t=${TIMESTAMP}.0,v1=${FIRST.hex}`)],
    ['a blank behind a comma', documented(`t=${TIMESTAMP}, v1=${FIRST.hex}`)],
    ['two joined Standard timestamps', { ...STANDARD, 'webhook-timestamp': `${TIMESTAMP}, ${TIMESTAMP}` }],
    ['text moved from the body to the id', { ...STANDARD, 'webhook-id': `${ID}.${TIMESTAMP}` }],
    [
      'a duplicated Fetch header',
      new Headers([...Object.entries(DOCUMENTED), ...Object.entries(DOCUMENTED)]),
    ],
  ])('cannot read %s', (_, headers) => {
    expect(codeOf(() => verify(headers))).toBe('malformed_signature');
  });

  it.each<[string, (digest: string) => string]>([
    ['the digest as it is made', (digest) => digest],
    ...[1, 2, 3].map((bits): [string, (digest: string) => string] => [
      `its last letter with the spare bits ${bits}`,
      (digest) => `${digest.slice(0, 42)}${ALPHABET[ALPHABET.indexOf(digest[42] ?? '') + bits]}=`,
    ]),
    ['no padding', (digest) => digest.slice(0, -1)],
    ['more padding', (digest) => `${digest}=`],
    ['the URL alphabet', (digest) => digest.replaceAll('+', '-').replaceAll('/', '_')],
    ['a tab inside', (digest) => `${digest.slice(0, 9)}\t${digest.slice(9)}`],
  ])('takes the spelling that the standardwebhooks package takes, and no other: %s', (_, spell) => {
    const official = new Webhook(FIRST.secret);
    // The package has a clock of its own. The digest has a letter that the URL alphabet spells differently.
    const at = new Date();
    const digestOf = (id: string) => official.sign(id, at, BODY).slice('v1,'.length);
    let id = ID;
    while (!/[+/]/.test(digestOf(id))) id += '0';
    const digest = digestOf(id);
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': `v1,${spell(digest)}`,
    };
    const ours = codeOf(() => verifyWebhook(BODY, headers, FIRST.secret));
    if (spell(digest) === digest) {
      expect(official.verify(BODY, headers)).toEqual(JSON.parse(BODY));
      expect(ours).toBe('accepted');
    } else {
      expect(() => official.verify(BODY, headers)).toThrow('No matching signature');
      expect(ours).toBe('malformed_signature');
    }
  });

  it.each([
    '[]',
    'null',
    '1',
    '{"id":1}',
    '{"id":"evt_1","type":"t","created":1}',
    '{"id":"evt_1","type":"t","created":"2026-11-20T10:00:00Z","data":{}}',
    'not json',
  ])('refuses the genuine but shapeless body %s', (body) => {
    const headers = {
      ...signWebhook(body, { id: ID, type: 't', delivery: 'whd_1', timestamp: TIMESTAMP }, FIRST.secret),
    };
    expect(codeOf(() => verify(headers, {}, body))).toBe('malformed_payload');
  });

  it('verifies bytes that are no text, and only then finds they are no event', () => {
    const headers = documented(`t=${TIMESTAMP},v1=${BINARY.hex}`);
    expect(codeOf(() => verify(headers, {}, BINARY.body))).toBe('malformed_payload');
  });

  it.each<[string, () => unknown]>([
    ['tolerance', () => verify(DOCUMENTED, { tolerance: Number.NaN })],
    ['tolerance', () => verify(DOCUMENTED, { tolerance: -1 })],
    ['tolerance', () => verify(DOCUMENTED, { tolerance: '300' })],
    ['now', () => verify(DOCUMENTED, { now: () => Number.NaN })],
    ['now', () => verify(DOCUMENTED, { now: TIMESTAMP })],
    ['now', () => verify(DOCUMENTED, { now: () => BigInt(TIMESTAMP) })],
    ['now', () => verify(DOCUMENTED, { now: () => new Date(TIMESTAMP) })],
    ['rawBody', () => verify(DOCUMENTED, {}, JSON.parse(BODY))],
    ['rawBody', () => verify(DOCUMENTED, {}, null as never)],
    ['rawBody', () => verify(DOCUMENTED, {}, handedOver())],
    ['message', () => signWebhook(BODY, undefined as never, FIRST.secret)],
    ['rawBody', () => verify(DOCUMENTED, {}, new Blob([BODY]) as never)],
    ...[undefined, null, 1, 'x: y', ['x-genvoris-signature', 'y'], [['x-genvoris-signature', 'y']]].map(
      (headers): [string, () => unknown] => ['headers', () => verify(headers as never)],
    ),
    ['headers', () => verify(documented(1 as never))],
    ['headers', () => verify({ get: () => 1 } as never)],
    ...[undefined, null, 1, '', ' \n', [], ['', undefined], [1], {}, 'whsec_', 'whsec_canary! whsec_b'].map(
      (secret): [string, () => unknown] => ['secret', () => verifyWebhook(BODY, DOCUMENTED, secret as never)],
    ),
  ])('names the argument that is wrong, and never quotes a secret: %s, %#', (argument, call) => {
    let refused: unknown;
    try {
      call();
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(TypeError);
    expect((refused as TypeError).message).toMatch(new RegExp(`^${argument}: `));
    expect(inspect(refused, { depth: 10 })).not.toContain('canary!');
  });
});
