import {
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
  type webcrypto,
} from 'node:crypto';
import { type ProviderCell, stateCell } from '../cells/provider-cell.ts';
import { claimsOf, jtiOf, makeCustomer, makeSession, makeShopper } from '../fixtures/fixtures.ts';
import { trackCall, tryOn } from '../fixtures/valid-call.ts';
import type { ProviderHarness } from '../harness/harness.ts';

export const SESSION_CELLS: readonly ProviderCell[] = [
  stateCell('createSession.token', 'a token held against the published keys', async (harness, assert) => {
    const { id, planId, token } = await makeShopper(harness, 5);
    const [head = '', payload = '', signature = ''] = token.split('.');
    const header = headerOf(head);
    assert.equal(header.alg, 'RS256', 'the token is not RS256');
    const key = await publishedKey(harness, header.kid);
    assert.that(key !== undefined, 'the key of the token is not published', header.kid);
    if (key) {
      const signed = Buffer.from(`${head}.${payload}`);
      const holds = verify('sha256', signed, key, Buffer.from(signature, 'base64url'));
      assert.that(holds, 'the published key does not verify the token');
    }
    const { iss, aud, sub, pid, iat, exp, sid } = claimsOf(token);
    const documented = { aud: 'genvoris-widget', sub: id, pid: planId };
    assert.equal({ aud, sub, pid }, documented, 'the claims are not as documented');
    const address = typeof iss === 'string' && URL.canParse(iss);
    assert.that(address, 'iss is no address', 'https://genvoris.org', iss);
    assert.equal(Number(exp) - Number(iat), 900, 'the token does not live for 15 minutes');
    assert.that(/^st_/.test(String(sid)), 'sid is not the store', 'st_…', sid);
    const now = Date.now() / 1000;
    assert.that(Math.abs(Number(iat) - now) < 120, 'iat is not now', now, iat);
  }),
  stateCell('createSession.effect', 'a short session, and one without a plan', async (harness, assert) => {
    const { id, externalId } = await makeCustomer(harness);
    const body = await makeSession(harness, id, { expires_in: 300, productId: 'dress-42' });
    const { iat, exp, pid } = claimsOf(body.token);
    const made = [Number(exp) - Number(iat), body.expires_in, pid];
    assert.equal(made, [300, 300, null], 'the session is not as asked for');
    assert.equal(Date.parse(body.expires_at), Number(exp) * 1000, 'expires_at is not exp');
    const whose = [body.token_type, body.customer?.id, body.customer?.external_id];
    assert.equal(whose, ['Bearer', id, externalId], 'the session is somebody else’s');
    const listed = await harness.read('listSessions', { id });
    assert.equal(listed.data.map(jtiIn), [jtiOf(body.token)], 'the session is not listed');
    const other = await makeSession(harness, id);
    assert.that(jtiOf(other.token) !== jtiOf(body.token), 'two sessions have one id');
  }),
  stateCell('createSession.older-spelling', 'a length asked for as before', async (harness, assert) => {
    const { id } = await makeCustomer(harness);
    const older = await makeSession(harness, id, { expiresIn: 120 });
    assert.equal(older.expires_in, 120, 'expiresIn is not heeded');
    const both = await makeSession(harness, id, { expiresIn: 120, expires_in: 60 });
    assert.equal(both.expires_in, 60, 'expiresIn counts before expires_in');
  }),
  stateCell('listSessions.shown-once', 'the list of a customer with sessions', async (harness, assert) => {
    const { id, token } = await makeShopper(harness, 5);
    const { text, body } = await harness.must('listSessions', { id });
    assert.equal(body.data.length, 1, 'the session is not listed');
    const parts = token.split('.').filter((part) => part.length > 40 && text.includes(part));
    assert.equal(parts.length, 0, 'a token is listed');
  }),
  stateCell('revokeSession.effect', 'one of two sessions is revoked', async (harness, assert) => {
    const { id, token, jti } = await makeShopper(harness, 5);
    const { token: other } = await makeSession(harness, id);
    const body = await harness.read('revokeSession', { id, jti });
    assert.equal(body, { data: { jti, revoked: true } }, 'the answer is not as documented');
    const refused = await tryOn(harness, token);
    assert.refused(refused, 401, 'invalid_session_token', 'a revoked session tries on');
    assert.status(await tryOn(harness, other), 200, 'another session of the customer was revoked too');
    const listed = await harness.read('listSessions', { id });
    const revoked = listed.data.filter((one: { revoked_at: unknown }) => one.revoked_at !== null);
    assert.equal(revoked.map(jtiIn), [jti], 'the list says otherwise');
  }),
  stateCell('revokeSession.repeat', 'a session that is revoked already', async (harness, assert) => {
    const { id, jti } = await makeShopper(harness, 5);
    const call = { operationId: 'revokeSession', params: { id, jti } } as const;
    const first = await harness.must(call);
    const list = () => harness.must('listSessions', { id });
    const before = await list();
    const again = await harness.send(call);
    assert.same(again, first, 'revoking again answers something else');
    assert.equal((await list()).body, before.body, 'revoking again changed something');
    assert.equal(before.body.data.length, 1, 'the session is not listed');
  }),
  ...(['trackTryon', 'generateTryon'] as const).map((operationId) =>
    stateCell(`${operationId}.forgery`, 'tokens that nobody was given', async (harness, assert) => {
      const { token } = await makeShopper(harness, 50);
      for (const [name, forged] of await forgeries(harness, token)) {
        const reply =
          operationId === 'trackTryon'
            ? await harness.send(trackCall(harness, forged))
            : await harness.send(
                operationId,
                {},
                {
                  headers: { 'X-End-Customer-Token': forged },
                  body: {
                    form: {
                      product_image_url: harness.settings.productImage ?? 'https://shop.example/a.png',
                    },
                    photo: { bytes: Buffer.from('x'), type: 'image/png' },
                  },
                },
              );
        assert.refused(reply, 401, 'invalid_session_token', `${name} is taken`);
      }
    }),
  ),
];

function jtiIn(listed: { jti: string }): string {
  return listed.jti;
}

async function publishedKey(harness: ProviderHarness, kid: unknown): Promise<KeyObject | undefined> {
  const { keys }: { keys: (webcrypto.JsonWebKey & { kid?: string })[] } = await harness.read('getJwks');
  const jwk = keys.find((one) => one.kid === kid);
  return jwk && createPublicKey({ key: jwk, format: 'jwk' });
}

function headerOf(head: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(head, 'base64url').toString());
}

/** Forms of a token that a careless check takes for one that was issued. */
async function forgeries(harness: ProviderHarness, token: string): Promise<[name: string, token: string][]> {
  const [head = '', payload = '', signature = ''] = token.split('.');
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = headerOf(head);
  const claims = claimsOf(token);
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signed = (fields: Record<string, unknown>, body: string) => {
    const input = `${encode(fields)}.${body}`;
    return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`;
  };
  const key = await publishedKey(harness, header.kid);
  const pem = key?.export({ type: 'spki', format: 'pem' }) ?? 'none';
  const hmacInput = `${encode({ ...header, alg: 'HS256' })}.${payload}`;
  const later = encode({ ...claims, exp: Number(claims.exp) + 3600 });
  return [
    ['a token without a signature', `${head}.${payload}.`],
    ['alg none', `${encode({ ...header, alg: 'none' })}.${payload}.`],
    [
      'HS256 under the public key',
      `${hmacInput}.${createHmac('sha256', pem).update(hmacInput).digest('base64url')}`,
    ],
    ['a token of another key', signed(header, payload)],
    [
      'a token that brings its own key',
      signed({ ...header, jwk: publicKey.export({ format: 'jwk' }), kid: 'mine' }, payload),
    ],
    ['a token of an unknown kid', `${encode({ ...header, kid: 'no-such-kid' })}.${payload}.${signature}`],
    ['a longer life', `${head}.${later}.${signature}`],
    ['a token with padding', `${token}==`],
    ['a token with a line break', `${head}.${payload}.${signature.slice(0, 10)}%0A${signature.slice(10)}`],
    ['a token with a part more', `${token}.${signature}`],
    ['a signature whose last letter has other spare bits', respelt(token)],
  ];
}

/** Base64url of 256 bytes leaves spare bits in its last letter, so that several spellings decode to one signature. */
function respelt(token: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = letters.indexOf(token.at(-1) ?? 'A');
  return token.slice(0, -1) + letters[last ^ 1];
}
