import { createPublicKey, createSign, generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { changeCustomer } from '../../src/customers/change.ts';
import { findCustomer } from '../../src/customers/customer.ts';
import type { TestPortal, TestStore } from '../kit/test-portal.ts';

const decode = (part: string | undefined) => JSON.parse(Buffer.from(part ?? '', 'base64url').toString());
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

export function sessions(running: () => TestPortal): void {
  describe('sessions', () => {
    test('a token is RS256, verifies with the published key and has the documented claims', async () => {
      const store = await running().store();
      const shopper = await store.shopper(5);
      const { body } = await store.call('createSession', {
        params: { id: shopper.id },
        body: { expires_in: 300 },
      });
      const [header, payload, signature] = body.token.split('.');
      const jwks = await running().call('getJwks');
      expect(jwks.headers.get('cache-control')).toBe('public, max-age=3600');
      const jwk = jwks.body.keys.find(({ kid }: { kid: string }) => kid === decode(header).kid);
      const key = createPublicKey({ key: jwk, format: 'jwk' });
      expect(
        verify('sha256', Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url')),
      ).toBe(true);
      const claims = decode(payload);
      expect(claims).toMatchObject({
        iss: 'https://genvoris.org',
        aud: 'genvoris-widget',
        sub: shopper.id,
        sid: store.storeId,
        pid: shopper.planId,
      });
      expect(claims.exp - claims.iat).toBe(300);
    });

    test('sessions are listed without tokens, and revoked for good', async () => {
      const store = await running().store();
      const { id, token } = await store.shopper(5);
      const { jti } = decode(token.split('.')[1]);
      expect((await store.track({ token })).status).toBe(200);
      for (const _ of [1, 2]) {
        const revoked = await store.call('revokeSession', { params: { id, jti } });
        expect(revoked.body).toEqual({ data: { jti, revoked: true } });
      }
      expect((await store.track({ token })).body.error).toBe('invalid_session_token');
      const { body } = await store.call('listSessions', { params: { id } });
      expect(body.data).toMatchObject([{ jti, revoked_at: expect.any(String) }]);
      expect(JSON.stringify(body)).not.toContain(token);
    });

    test("a token ends when it expires, by the portal's clock", async () => {
      const store = await running().store();
      const { id } = await store.shopper(5);
      const { body } = await store.call('createSession', { params: { id }, body: { expires_in: 60 } });
      running().clock.advance(58_000);
      expect((await store.track({ token: body.token })).status).toBe(200);
      running().clock.advance(3_000);
      expect((await store.track({ token: body.token })).body.error).toBe('invalid_session_token');
    });

    test('after a rotation new tokens have the new key and old ones still verify', async () => {
      const store = await running().store();
      const { id, token } = await store.shopper(5);
      const rotation = await running().portal.signingKeys.rotate();
      const { body } = await store.call('createSession', { params: { id } });
      const kids = [token, body.token].map((each) => decode(each.split('.')[0]).kid);
      expect(kids).toEqual([rotation.retired, rotation.signs]);
      for (const each of [token, body.token]) expect((await store.track({ token: each })).status).toBe(200);
    });

    test('none is made while its customer is being cancelled', async () => {
      const store = await running().store();
      const { id } = await store.shopper(5);
      const { portal, clock } = running();
      let minting: ReturnType<typeof store.call> | undefined;
      await portal.db.transaction().execute(async (trx) => {
        const customer = await findCustomer(trx, store.storeId, id, { lock: true });
        await changeCustomer(trx, customer, { status: 'CANCELLED' }, clock.now());
        minting = store.call('createSession', { params: { id } });
        await Promise.race([minting, new Promise((resolve) => setTimeout(resolve, 300))]);
      });
      expect((await minting)?.body.error).toBe('customer_inactive');
    });

    test('however often keys are rotated, a token verifies until it expires', async () => {
      const store = await running().store();
      const { token } = await store.shopper(5);
      for (let n = 0; n < 9; n += 1) await running().portal.signingKeys.rotate();
      expect((await store.track({ token })).status).toBe(200);
      const { body: minted } = await store.call('createSession', { params: { id: 'wp_1' } });
      const published = (await running().call('getJwks')).body.keys.map(({ kid }: { kid: string }) => kid);
      expect(published).toHaveLength(8);
      expect(published).toContain(decode(minted.token.split('.')[0]).kid);
      running().clock.advance(3_600_001);
      const { body } = await running().call('getJwks');
      expect(body.keys).toHaveLength(2);
    });

    test.each<[string, (token: string, store: TestStore) => string]>([
      ['padding', (token) => `${token}=`],
      ['a space before it', (token) => ` ${token}`],
      [
        'spare bits in the signature',
        (token) => token.slice(0, -1) + (token.endsWith('A') ? 'B' : next(token.at(-1))),
      ],
      ['a missing part', (token) => token.split('.').slice(0, 2).join('.')],
      [
        'alg none',
        (token) => `${encode({ ...decode(token.split('.')[0]), alg: 'none' })}.${token.split('.')[1]}.AA`,
      ],
      ['a key of somebody else', (token) => forge(token, {})],
      ['a longer life', (token) => withClaims(token, { exp: 4_099_680_000 })],
      ['garbage', () => 'not.a.token'],
    ])('a token with %s is refused', async (_, spoil) => {
      const store = await running().store();
      const { token } = await store.shopper(5);
      const { status, body } = await store.track({ token: spoil(token, store) });
      expect([status, body.error]).toEqual([401, 'invalid_session_token']);
    });

    test.each([
      ['another issuer', { iss: 'https://genvoris.example' }, 'invalid_session_token'],
      ['another audience', { aud: 'genvoris-admin' }, 'invalid_session_token'],
      ['a start in the future', { nbf: 4_099_680_000 }, 'invalid_session_token'],
      ['no session id', { jti: undefined }, 'invalid_session_token'],
      ['an unknown session id', { jti: 'ses_MADEUP0000' }, 'invalid_session_token'],
      ['another store', { sid: 'st_ANOTHER000' }, 'token_store_mismatch'],
    ])('a token of our own key with %s is refused', async (_, claims, error) => {
      const store = await running().store();
      const { token } = await store.shopper(5);
      const { key, kid } = await running().portal.signingKeys.signer(running().portal.db);
      const body = `${encode({ alg: 'RS256', kid })}.${encode({ ...decode(token.split('.')[1]), ...claims })}`;
      const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', key as CryptoKey, Buffer.from(body));
      const forged = `${body}.${Buffer.from(signature).toString('base64url')}`;
      expect((await store.track({ token: forged })).body.error).toBe(error);
    });

    test('a private key is nowhere in the database as it is', async () => {
      const rows = await running().portal.db.selectFrom('signing_keys').selectAll().execute();
      expect(rows.length).toBeGreaterThan(1);
      for (const row of rows) {
        expect(row.private_sealed).toMatch(/^v1\./);
        expect(row.public_jwk).not.toHaveProperty('d');
      }
    });
  });
}

/** The same value in base64url with other spare bits. */
function next(last: string | undefined): string {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return digits[digits.indexOf(last ?? '') ^ 1] ?? 'A';
}

function withClaims(token: string, claims: object): string {
  const [header, payload, signature] = token.split('.');
  return `${header}.${encode({ ...decode(payload), ...claims })}.${signature}`;
}

function forge(token: string, claims: object): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [head, body] = withClaims(token, claims).split('.');
  return `${head}.${body}.${createSign('sha256').update(`${head}.${body}`).sign(privateKey).toString('base64url')}`;
}
