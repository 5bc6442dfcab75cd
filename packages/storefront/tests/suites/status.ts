import { ACCESS_VALUES } from '@genvoris/contract';
import { validateResponse } from '@genvoris/contract/validators';
import { describe, expect, test } from 'vitest';
import type { Bed } from '../bed.ts';
import { rawRequest } from '../raw-request.ts';

/** What the widget is told, and what it costs upstream. */
export function status(bed: Bed): void {
  const { guest, shopper, upstreamRequests, prefix } = bed;
  describe('status', () => {
    test('gives a guest the account and no token, and asks the portal nothing', async () => {
      const answer = await guest().status();
      expect(answer.status).toBe(200);
      expect(answer.json).toMatchObject({
        access: 'ALLOWED',
        canTryOn: true,
        ctaType: 'try_on',
        remaining: null,
      });
      expect(answer.json).not.toHaveProperty('sessionToken');
      expect(validateResponse('getStorefrontStatus', 200, answer.json)).toEqual({ ok: true });
      expect(answer.headers['cache-control']).toBe('private, no-store');
      expect(answer.headers['content-type']).toBe('application/json');
      expect(answer.headers['x-request-id']).toMatch(/^[A-Za-z0-9._-]{8,128}$/);
      expect(bed.upstream.requests.map(({ operationId }) => operationId)).toEqual(['getStatus']);
    });

    test('gives a shopper a session token under a prefixed id, and mints it once', async () => {
      const visitor = shopper();
      const first = await visitor.status();
      const second = await visitor.status();
      expect(first.json.sessionToken).toMatch(/^eyJ/);
      expect(second.json.sessionToken).toBe(first.json.sessionToken);
      expect(upstreamRequests('createSession')).toHaveLength(1);
      expect(upstreamRequests('upsertCustomer').map((request) => request.json())).toEqual([
        { externalId: `${prefix}${visitor.cookies.get('shopper')}` },
      ]);
    });

    test.each(ACCESS_VALUES)('passes %s on', async (access) => {
      bed.upstream.use('getStatus', access);
      const answer = await guest().status();
      expect(answer.status).toBe(200);
      expect(answer.json).toMatchObject({ access, canTryOn: access === 'ALLOWED' });
      expect(validateResponse('getStorefrontStatus', 200, answer.json)).toEqual({ ok: true });
    });

    test.each([
      ['unknown', { access: 'SUSPENDED' }],
      ['missing', {}],
      ['mistyped', { access: 7 }],
      ['inherited', { access: 'constructor' }],
    ])('answers ERROR for an access that is %s', async (_, body) => {
      bed.upstream.use('getStatus', { status: 200, body });
      const answer = await guest().status();
      expect(answer.status).toBe(200);
      expect(answer.json).toMatchObject({ access: 'ERROR', canTryOn: false, ctaType: 'none' });
    });

    test.each([
      ['per_tryon without a quota', { access: 'ALLOWED', monetizationModel: 'per_tryon' }],
      ['a list', [{ access: 'ALLOWED' }]],
      ['null', null],
      ['a text', '"ALLOWED"'],
    ])('answers 502 for %s', async (_, body) => {
      const headers = { 'content-type': 'application/json' };
      bed.upstream.use('getStatus', {
        status: 200,
        headers,
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      expect(await guest().status()).toMatchObject({ status: 502, json: { code: 'upstream_unreachable' } });
    });

    test('leaves out a plan that is not known', async () => {
      bed.upstream.use('getStatus', { status: 200, body: { access: 'ALLOWED', plan: 'enterprise' } });
      const answer = await guest().status();
      expect(answer.json).toMatchObject({ access: 'ALLOWED' });
      expect(answer.json).not.toHaveProperty('plan');
    });

    test('shares one upstream call among those who ask at once, and keeps nothing', async () => {
      bed.upstream.use('getStatus', { scenario: 'ALLOWED', delayMs: 100 });
      await Promise.all([guest().status(), guest().status(), guest().status()]);
      expect(upstreamRequests('getStatus')).toHaveLength(1);
      await guest().status();
      expect(upstreamRequests('getStatus')).toHaveLength(2);
    });

    test('a client that leaves does not disturb those who wait with it', async () => {
      bed.upstream.use('getStatus', { scenario: 'ALLOWED', delayMs: 300 });
      const leaving = new AbortController();
      const left = rawRequest(bed.host.url, { path: '/status', signal: leaving.signal }).catch(() => 'left');
      const stays = guest().status();
      setTimeout(() => leaving.abort(), 100);
      expect(await left).toBe('left');
      expect(await stays).toMatchObject({ status: 200 });
    });

    test('a call that nobody waits for any longer is aborted upstream', async () => {
      bed.upstream.use('getStatus', { fault: 'stall_before_headers' });
      const leaving = new AbortController();
      const left = rawRequest(bed.host.url, { path: '/status', signal: leaving.signal }).catch(() => 'left');
      const request = await bed.upstream.waitForRequest(() => true);
      leaving.abort();
      await left;
      await bed.upstream.waitForRequest((one) => one === request && one.timeline.closed !== undefined);
      // It was not the deadline.
      expect(bed.reports).toEqual([]);
    });
  });
}
