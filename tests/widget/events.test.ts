import { WIDGET_EVENT_TYPES } from '@genvoris/contract';
import type { WidgetEvent, WidgetEventBatch } from '@genvoris/contract/types/storefront';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { createHarness, expectState, tryonButton } from './harness.ts';
import { ALLOWED, BUTTON, inTurn, json, nonces, PROXY, page, SCRIPT, type Taken } from './shop.ts';

const EVENTS = `${PROXY}/events`;
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const photo = { name: 'me-at-home.png', mimeType: 'image/png', buffer: Buffer.from(PNG, 'base64') };
const CSP =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'";

describe('the events that the widget tells', () => {
  const harness = createHarness();

  beforeEach(() => {
    const { routes } = harness.shop;
    routes.set('/p/dress', page(BUTTON + SCRIPT, '', { 'content-security-policy': CSP }));
    routes.set('/p/elsewhere', page('elsewhere'));
    routes.set(`${PROXY}/status`, json(ALLOWED));
    routes.set(`${PROXY}/nonce`, nonces());
    routes.set(`${PROXY}/proxy/api/analyze`, json({ warnings: [] }));
    const images = [{ url: `data:image/png;base64,${PNG}`, width: 1, height: 1, format: 'png' }];
    routes.set(`${PROXY}/proxy/api/tryon`, json({ images, product_type: 'apparel', variation_count: 1 }));
  });

  const batches = (): WidgetEvent[][] =>
    harness.shop.told.map(({ body }) => (JSON.parse(body.toString()) as WidgetEventBatch).events);
  const told = () => batches().flat();
  const types = () => told().map(({ eventType }) => eventType);

  async function open(path = '/p/dress', prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    const shop = await harness.visit(path, prepare && { prepare });
    await expectState(shop, 'trigger');
    return shop;
  }

  /** Opens the dialog and closes it again: two events. */
  async function look(shop: Page): Promise<void> {
    await tryonButton(shop).click();
    await shop.locator('dialog').waitFor();
    await shop.keyboard.press('Escape');
    await shop.locator('dialog').waitFor({ state: 'detached' });
  }

  const leave = (shop: Page) => shop.goto(`${harness.shop.origin}/p/elsewhere`);
  const track = (shop: Page, detail: unknown) =>
    shop.evaluate(
      (given) => window.dispatchEvent(new CustomEvent('genvoris:track', { detail: given })),
      detail,
    );
  const after = (shop: Page) => shop.clock.runFor(6_000);

  it('are those of a visit in their order, with nothing personal in them', async () => {
    const shop = await open('/p/dress?email=ada@shop.example#token=secret');
    await tryonButton(shop).click();
    await shop.locator('dialog input[type=file]').setInputFiles(photo);
    await shop.locator('dialog .primary').click();
    await shop.locator('dialog[data-stage=result] .pictures img').waitFor();
    await shop.waitForFunction(() => document.documentElement.lastElementChild?.shadowRoot);
    const [file] = await Promise.all([
      shop.waitForEvent('download'),
      shop.getByRole('link', { name: 'Save this picture' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^try-on/);
    await leave(shop);

    await expect
      .poll(types)
      .toEqual([
        'WIDGET_OPENED',
        'PHOTO_UPLOADED',
        'TRYON_GENERATED',
        'TRYON_VIEWED',
        'RESULT_SHARED',
        'CLOSED',
      ]);
    const [{ sessionId }] = told() as [WidgetEvent];
    expect(sessionId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const same = {
      sessionId,
      productId: 'dress-42',
      productTitle: 'Wrap dress',
      pageUrl: `${harness.shop.origin}/p/dress`,
    };
    for (const { eventType, ...rest } of told()) expect([eventType, rest]).toEqual([eventType, same]);
    for (const { method, headers } of harness.shop.told) {
      expect([method, headers['content-type'], headers.origin]).toEqual([
        'POST',
        'application/json',
        harness.shop.origin,
      ]);
      expect(JSON.stringify(headers)).not.toContain('nonce-no');
    }
  });

  it('are of one visit on all pages of the tab, of another in another tab, and reach the order by a field', async () => {
    const form =
      '<form method="post" action="/order"><input name="genvoris_session" type="hidden"><button>Order</button></form>';
    harness.shop.routes.set('/p/order', page(form + SCRIPT, '', { 'content-security-policy': CSP }));
    harness.shop.routes.set('/order', json({}));
    const order = async (shop: Page): Promise<string | null> => {
      await shop.goto(`${harness.shop.origin}/p/order`);
      const [request] = await Promise.all([
        shop.waitForRequest('**/order'),
        shop.getByRole('button', { name: 'Order' }).click(),
      ]);
      return new URLSearchParams(request.postData() ?? '').get('genvoris_session');
    };
    const [one, other] = [await open(), await open()];
    // Nothing is kept of one who only looks at the page.
    expect(await one.evaluate(() => ({ ...sessionStorage }))).toEqual({});
    expect(await order(await open())).toBe('');
    await look(one);
    await look(other);
    const ids = [await order(one), await order(other)];
    await one.goto(`${harness.shop.origin}/p/dress`);
    await look(one);
    await leave(one);
    await expect.poll(types).toHaveLength(6);
    expect(new Set(told().map(({ sessionId }) => sessionId))).toEqual(new Set(ids));
    expect(told().filter(({ sessionId }) => sessionId === ids[0])).toHaveLength(4);
  });

  it('hold what the shop says by genvoris:track, if it is an event', async () => {
    const said: string[] = [];
    const shop = await open('/p/dress', async (opened) =>
      opened.on('console', (one) => said.push(one.text())),
    );
    await track(shop, { eventType: 'ADDED_TO_CART', customerEmail: 'ada@shop.example' });
    await track(shop, { eventType: 'CHECKOUT_STARTED', productId: 7, productTitle: 'Coat \ud83e' });
    await track(shop, { eventType: 'CLOSED', productId: { toString: 1 } });
    for (const odd of [{ eventType: 'BOUGHT' }, null, 'ADDED_TO_CART', { eventType: { toString: 1 } }]) {
      await track(shop, odd);
    }
    await leave(shop);
    await expect.poll(types).toHaveLength(3);
    expect(told().map(({ sessionId, pageUrl, ...rest }) => rest)).toEqual([
      { eventType: 'ADDED_TO_CART', productId: 'dress-42' },
      { eventType: 'CHECKOUT_STARTED', productId: '7', productTitle: 'Coat ' },
      { eventType: 'CLOSED', productId: 'dress-42' },
    ]);
    expect(said.filter((text) => text.includes('genvoris:track')).join('\n')).toContain(
      `"BOUGHT" is not one of ${WIDGET_EVENT_TYPES.join(', ')}`,
    );
  });

  it.each([
    ['the tag', SCRIPT.replace('defer', 'data-analytics="off" defer')],
    ['the tag in other words', SCRIPT.replace('defer', 'data-analytics=" No " defer')],
    ['the tag, misspelt', SCRIPT.replace('defer', 'data-analytics="disabled" defer')],
    ['JSON', `<script type="application/json" data-genvoris>{"analytics": false}</script>${SCRIPT}`],
    ['the global', `<script>window.Genvoris = { analytics: 0 }</script>${SCRIPT}`],
    [
      'the legacy mode',
      '<script src="/widget.js" data-api-key="gvk_live_1" data-backend="/api/genvoris"></script>',
    ],
    [
      'an adapter on another host',
      SCRIPT.replace('defer', 'data-proxy="http://localhost:1/x" defer'),
      'hidden',
    ],
  ])('are not told or kept where %s turns them off', async (_, script, state = 'trigger') => {
    const form = '<form action="/order"><input name="genvoris_session" type="hidden"></form>';
    const shop = await harness.open(BUTTON + form + script, json(ALLOWED), {
      prepare: (opened) => opened.clock.install(),
    });
    await expectState(shop, state);
    if (state === 'trigger') await look(shop);
    await track(shop, { eventType: 'ADDED_TO_CART' });
    await after(shop);
    expect(await shop.evaluate(() => [{ ...sessionStorage }, { ...localStorage }, document.cookie])).toEqual([
      {},
      {},
      '',
    ]);
    await leave(shop);
    expect(harness.shop.told).toEqual([]);
  });

  it('begin once the shopper has agreed, where the shop asks first', async () => {
    const shop = await harness.open(
      BUTTON + SCRIPT.replace('defer', 'data-analytics="off" defer'),
      json(ALLOWED),
    );
    await expectState(shop, 'trigger');
    await look(shop);
    await shop.evaluate(() => document.querySelector('script')?.setAttribute('data-analytics', 'on'));
    await look(shop);
    await leave(shop);
    await expect.poll(types).toEqual(['WIDGET_OPENED', 'CLOSED']);
  });

  it('stop for the page where the adapter has no such path, and for nothing else', async () => {
    const refused = json({ code: 'path_not_allowed', message: 'no' }, 404);
    const limited = json({ code: 'rate_limited', message: 'no' }, 429, { 'retry-after': '1' });
    harness.shop.routes.set(
      EVENTS,
      inTurn(limited, json('<h1>down</h1>', 502, { 'content-type': 'text/html' }), refused),
    );
    const shop = await open('/p/dress', (opened) => opened.clock.install());
    for (let times = 1; times <= 3; times++) {
      await look(shop);
      await Promise.all([shop.waitForResponse(`**${EVENTS}`), after(shop)]);
    }
    await look(shop);
    await after(shop);
    await track(shop, { eventType: 'ADDED_TO_CART' });
    await leave(shop);
    await shop.waitForTimeout(100);
    // Each was told once, whatever came back.
    expect(types()).toEqual([
      'WIDGET_OPENED',
      'CLOSED',
      'WIDGET_OPENED',
      'CLOSED',
      'WIDGET_OPENED',
      'CLOSED',
    ]);
  });

  it('are told without a beacon, without a store and without https all the same', async () => {
    const shop = await open('/p/dress', (opened) =>
      opened.addInitScript(() => {
        Object.defineProperty(navigator, 'sendBeacon', { value: undefined });
        Object.defineProperty(crypto, 'randomUUID', { value: undefined });
        Object.defineProperty(window, 'sessionStorage', {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      }),
    );
    await look(shop);
    await leave(shop);
    await expect.poll(types).toEqual(['WIDGET_OPENED', 'CLOSED']);
    const [one, other] = told();
    expect(one?.sessionId).toMatch(/^[0-9a-f]{32}$/);
    expect(other?.sessionId).toBe(one?.sessionId);
  });

  it('come in bodies that an adapter takes, however many and long they are', async () => {
    const shop = await open('/p/dress', (opened) => opened.clock.install());
    const long = { productId: '試'.repeat(255), productTitle: '着'.repeat(600) };
    for (let count = 0; count < 40; count++) await track(shop, { eventType: 'ADDED_TO_CART', ...long });
    await leave(shop);
    await expect.poll(types).toHaveLength(40);
    const sizes = harness.shop.told.map(({ body }: Taken) => body.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(65_536);
    expect(told()[0]?.productTitle).toHaveLength(500);
  });
});
