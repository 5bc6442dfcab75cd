import { describe, expect, test } from 'vitest';
import { ACTIONS } from '../../src/surfaces/dashboard/routes.ts';
import type { TestPortal } from '../kit/test-portal.ts';
import { signIn } from './browse.ts';

const MARK = '"\'><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}';

export function escaping(running: () => TestPortal): void {
  describe('what others wrote', () => {
    test('is text on every page, wherever it came from', async () => {
      const store = await running().store({ name: MARK.slice(0, 80) });
      const browser = await signIn(running(), store);
      const plan = await store.call('createPlan', {
        body: { name: MARK.slice(0, 80), monthlyTryOns: 5, externalId: MARK },
      });
      const customer = await store.call('upsertCustomer', {
        body: { externalId: MARK, planId: plan.body.id, metadata: { [MARK.slice(0, 40)]: MARK } },
      });
      await store.call('createGrant', {
        params: { id: customer.body.id },
        body: { orderId: MARK, amount: 1 },
      });
      const { token } = (await store.call('createSession', { params: { id: customer.body.id } })).body;
      await store.track({ token, body: { product_title: MARK } });
      const visit = { sessionId: 's', productId: MARK, productTitle: MARK };
      await store.call('trackEvents', { body: { ...visit, eventType: 'CLOSED' } });
      const hook = await store.call('createWebhookEndpoint', {
        body: { url: 'https://x.example/"><script>alert(3)</script>', description: MARK },
      });
      const sent = await store.call('testWebhookEndpoint', { params: { id: hook.body.id } });
      await browser.post('/dashboard/keys', { name: MARK.slice(0, 80), mode: 'live' });
      const hooks = `/dashboard/webhooks/${hook.body.id}`;
      for (const path of [
        '/dashboard',
        '/dashboard/funnel',
        `/dashboard/funnel?product=${encodeURIComponent(MARK)}`,
        '/dashboard/keys',
        '/dashboard/plans',
        '/dashboard/customers',
        `/dashboard/customers?q=${encodeURIComponent(MARK)}`,
        `/dashboard/customers/${customer.body.id}`,
        '/dashboard/credits',
        '/dashboard/webhooks',
        hooks,
        `${hooks}/deliveries/${sent.body.id}`,
        '/dashboard/settings',
        `/dashboard/${encodeURIComponent(MARK)}`,
      ]) {
        const { text } = await browser.get(path);
        expect(text).not.toMatch(/<img src=x|<script>|onerror=alert\(1\)>/);
        if (!path.includes('/credits'))
          expect([path, text.includes('&lt;') || /webhooks|img/.test(path)]).toEqual([path, true]);
      }
    });

    test('is text in a form that is shown again', async () => {
      const browser = await signIn(running(), await running().store());
      const fields = {
        form: 'create',
        name: MARK,
        url: MARK,
        domains: MARK,
        monthlyTryOns: MARK,
        description: MARK,
      };
      for (const { path } of ACTIONS.filter(({ path }) => !path.includes(':'))) {
        const { text } = await browser.post(path, fields);
        expect(text).not.toMatch(/<img src=x|<script>/);
      }
    });
  });

  test('every page forbids scripts but ours, frames, and being kept', async () => {
    const browser = await signIn(running(), await running().store());
    for (const path of ['/login', '/dashboard', '/dashboard/none', '/dashboard/customers/none']) {
      const { headers, text } = await browser.get(path);
      const policy = headers.get('content-security-policy') ?? '';
      for (const rule of [
        "default-src 'none'",
        "script-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ]) {
        expect(policy.split('; ')).toContain(rule);
      }
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-request-id')).toMatch(/^req_/);
      expect(text).not.toMatch(/ style=| on[a-z]+=|<style|<script(?! type="module" src=)/);
    }
  });
}
