import { describe, expect, test } from 'vitest';
import { changeCustomer } from '../../src/domain/customers/change-customer.ts';
import { findCustomer } from '../../src/domain/customers/customer.ts';
import type { TestPortal } from '../kit/test-portal.ts';

const decode = (part: string | undefined) => JSON.parse(Buffer.from(part ?? '', 'base64url').toString());
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

export function sessions(running: () => TestPortal): void {
  describe('sessions', () => {
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
      expect(decode(body.token.split('.')[1])).toMatchObject({
        iss: 'https://genvoris.org',
        sid: store.storeId,
      });
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
      const { body, headers } = await running().call('getJwks');
      expect(headers.get('cache-control')).toBe('public, max-age=3600');
      expect(body.keys).toHaveLength(2);
    });

    test('a token with a space before it or without its signature is refused', async () => {
      const store = await running().store();
      const { token } = await store.shopper(5);
      for (const spoilt of [` ${token}`, token.split('.').slice(0, 2).join('.')])
        expect((await store.track({ token: spoilt })).body.error).toBe('invalid_session_token');
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
