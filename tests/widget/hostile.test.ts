import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createHarness, tryonButton } from './harness.ts';
import { ALLOWED, BUTTON, type Handler, json, page } from './shop.ts';

// Two answers each, with a pause between: many seconds on a busy machine.
const PATIENCE_MS = 90_000;
const quota = { used: 1, limit: 2, resetsAt: '2026-12-01T00:00:00Z' };

/** Beside what the matrix of tests/conformance/widget.test.ts tries. */
const HIDDEN: Record<string, unknown> = {
  'an access hidden in a prototype': '{"__proto__":{"access":"ALLOWED"}}',
  HTML: '<!doctype html><h1>ALLOWED</h1>',
  'a good answer with more than 64 KiB around it': JSON.stringify({
    ...ALLOWED,
    padding: ' '.repeat(65_536),
  }),
  'deep nesting': '['.repeat(50_000),
  'a quota without a date': { ...ALLOWED, monetizationModel: 'per_tryon', quota: { used: 1, limit: 2 } },
  'a date that is none': { access: 'EXHAUSTED', quota: { ...quota, resetsAt: 'soon' } },
  'an unknown monetisation model': { ...ALLOWED, monetizationModel: 'per_smile' },
  'canTryOn false': { ...ALLOWED, canTryOn: false },
  'canTryOn as a word': { ...ALLOWED, canTryOn: 'yes' },
  'an unknown call to action': { ...ALLOWED, ctaType: 'dance' },
  'a call to action that is no text': { ...ALLOWED, ctaType: { label: 'x' } },
};

const SHOWN: Record<string, unknown> = {
  'an unknown plan': { ...ALLOWED, plan: 'business' },
  'fields from the future': { ...ALLOWED, __proto__: null, theme: { deep: [1] }, features: [] },
  'no word about the shopper': { access: 'ALLOWED' },
};

const FAILURES: Record<string, Handler> = {
  'a code that is no text': json({ code: ['quota_exhausted'] }, 402),
  'a redirect, even to a good answer': ({ path }, response) =>
    void response.writeHead(302, { location: path.replace('status', 'good') }).end(),
  'no content': (_taken, response) => void response.writeHead(204).end(),
  'a body without end': (_taken, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const more = () => {
      while (!response.destroyed && response.write(' '.repeat(65_536)));
    };
    response.on('drain', more);
    more();
  },
};

describe('the widget, whatever the server answers', () => {
  const harness = createHarness();

  /** The state each answer leads to; each page has a mount path of its own, several are open at once. */
  async function states(
    handlers: [name: string, handler: Handler][],
  ): Promise<Record<string, string | null>> {
    const states: Record<string, string | null> = {};
    const queue = [...handlers.entries()];
    const visitor = async () => {
      let shop: Page | undefined;
      for (let next = queue.shift(); next; next = queue.shift()) {
        const [index, [name, handler]] = next;
        const script = `<script src="/widget.js" defer data-proxy="/m${index}/"></script>`;
        harness.shop.routes.set(`/p/${index}`, page(BUTTON + script));
        harness.shop.routes.set(`/m${index}/status`, handler);
        harness.shop.routes.set(`/m${index}/good`, json(ALLOWED));
        if (shop) await shop.goto(`${harness.shop.origin}/p/${index}`);
        else shop = await harness.visit(`/p/${index}`);
        states[name] = await settle(shop);
      }
    };
    await Promise.all(Array.from({ length: 4 }, visitor));
    return states;
  }

  async function settle(shop: Page): Promise<string | null> {
    const button = tryonButton(shop);
    const state = () => button.getAttribute('data-genvoris-state');
    await expect.poll(state).not.toBe('pending');
    expect(await shop.locator('[data-genvoris-panel]').count()).toBe(0);
    expect(await button.isVisible()).toBe((await state()) === 'trigger');
    return state();
  }

  const bodies = (cases: Record<string, unknown>) =>
    Object.entries(cases).map(([name, body]): [string, Handler] => [name, json(body)]);

  it.each([
    ['hides on every answer that is not the contract’s', bodies(HIDDEN), 'hidden'],
    ['shows the button in spite of what it does not know', bodies(SHOWN), 'trigger'],
    ['hides on every failure of the server or the network', Object.entries(FAILURES), 'hidden'],
  ])(
    '%s',
    async (_, handlers, state) => {
      expect(await states(handlers)).toEqual(Object.fromEntries(handlers.map(([name]) => [name, state])));
    },
    PATIENCE_MS,
  );
});
