import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHarness, expectState, tryonButton } from './harness.ts';
import { ALLOWED, BUTTON, heldBack, inTurn, json, nonces, PROXY, page, SCRIPT } from './shop.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const LOCKED = json({ access: 'LOCKED' });
const MAIN = `<main>${BUTTON.replace('<button', '<button hidden type="submit"')}</main>`;

/** What the server sends is what it sent at first: a hidden button, and nothing of the widget's. */
const REFRESHES: [name: string, refresh: string][] = [
  ['morphs the body', "Idiomorph.morph(document.body, server, { morphStyle: 'innerHTML' })"],
  ['morphs an element', "Idiomorph.morph(document.querySelector('main'), server.match(/<main.*main>/)[0])"],
  ['writes the body anew', 'document.body.innerHTML = server'],
  [
    'puts its body in the place of the old one',
    "const body = document.createElement('body'); body.innerHTML = server; document.body.replaceWith(body)",
  ],
  ['hides the button', "document.querySelector('.genvoris-tryon-btn').hidden = true"],
  ['shows the button', "document.querySelector('.genvoris-tryon-btn').hidden = false"],
  [
    'takes every attribute of ours away',
    "for (const name of ['data-genvoris-state', 'hidden', 'type', 'aria-haspopup']) document.querySelector('.genvoris-tryon-btn').removeAttribute(name)",
  ],
  [
    'makes a state up',
    "document.querySelector('.genvoris-tryon-btn').setAttribute('data-genvoris-state', 'pending')",
  ],
  [
    'puts a clone in its place',
    "const main = document.querySelector('main'); main.replaceWith(main.cloneNode(true))",
  ],
  ['adds a clone', "document.body.append(document.querySelector('main').cloneNode(true))"],
  [
    'restores a snapshot',
    "const kept = document.body.cloneNode(true); document.body.innerHTML = ''; document.documentElement.replaceChild(kept, document.body)",
  ],
  ['takes the card away', "document.querySelector('[data-genvoris-panel]')?.remove()"],
  [
    'puts something between',
    "document.querySelector('.genvoris-tryon-btn').after(document.createElement('hr'))",
  ],
  ['moves the button', "document.body.prepend(document.querySelector('.genvoris-tryon-btn'))"],
  ['writes the document anew', 'document.open(); document.write(server); document.close()'],
  ['drops our style sheets', 'document.adoptedStyleSheets = []'],
];

/** Whether every button's place shows what belongs there, and nothing else of ours is left. */
const PLACES = `(() => {
  const seen = (one) => !!one && one.checkVisibility() && one.getBoundingClientRect().width > 0;
  const buttons = [...document.querySelectorAll('.genvoris-tryon-btn')];
  const hosts = [...document.querySelectorAll('[data-genvoris-panel]')];
  return {
    places: buttons.map((one) => [one.dataset.genvorisState, seen(one), seen(one.nextElementSibling?.shadowRoot?.querySelector('.cta'))].join()),
    dead: hosts.filter((one) => !one.shadowRoot || !buttons.includes(one.previousElementSibling)).length,
  };
})()`;

describe('the widget on a page that changes around it', () => {
  const harness = createHarness();
  let idiomorph: string;
  let turbo: string;
  const read = (url: string) => readFile(fileURLToPath(url), 'utf8');

  beforeAll(async () => {
    [idiomorph, turbo] = await Promise.all([
      read(import.meta.resolve('idiomorph/dist/idiomorph.js')),
      read(import.meta.resolve('@hotwired/turbo/dist/turbo.es2017-umd.js')),
    ]);
  });

  beforeEach(() => {
    const { routes } = harness.shop;
    routes.set('/p/turbo.js', (_taken, response) => void response.end(turbo));
    routes.set(`${PROXY}/nonce`, nonces());
    routes.set(`${PROXY}/proxy/api/analyze`, json({ warnings: [] }));
    const pictures = { images: [{ url: `data:image/png;base64,${PNG.toString('base64')}` }] };
    routes.set(`${PROXY}/proxy/api/tryon`, json(pictures));
  });

  const places = (shop: Page) => shop.evaluate(PLACES) as Promise<{ places: string[]; dead: number }>;

  it.each([
    ['trigger', json(ALLOWED), 'trigger,true,false'],
    ['upsell', LOCKED, 'upsell,false,true'],
    ['hidden', json({ code: 'invalid_api_key', message: 'x' }, 401), 'hidden,false,false'],
  ])(
    'shows what belongs there, however often it is changed, in the state %s',
    async (state, status, place) => {
      const shop = await harness.open(MAIN + SCRIPT, status);
      await expectState(shop, state);
      await shop.addScriptTag({ content: idiomorph });
      for (const [name, refresh] of REFRESHES) {
        await shop.evaluate(`{ const server = ${JSON.stringify(MAIN)}; ${refresh} }`);
        const seen = await places(shop);
        expect([name, new Set(seen.places), seen.dead]).toEqual([name, new Set([place]), 0]);
      }
      // A button that came by a clone is alive, and all of them follow the next answer.
      harness.shop.routes.set(`${PROXY}/status`, LOCKED);
      await shop.evaluate(() => window.dispatchEvent(new Event('genvoris:tryon-completed')));
      await expect
        .poll(async () => new Set((await places(shop)).places))
        .toEqual(new Set(['upsell,false,true']));
    },
  );

  it('still opens its dialog, and closes it when the page is left, in a document written anew', async () => {
    const shop = await harness.open(MAIN + SCRIPT, json(ALLOWED));
    await expectState(shop, 'trigger');
    const written = JSON.stringify(MAIN + SCRIPT).replace('</script>', '<\\/script>');
    await shop.evaluate(`document.open(); document.write(${written}); document.close()`);
    await expectState(shop, 'trigger');
    await tryonButton(shop).click();
    await shop.locator('dialog').waitFor();
    await shop.evaluate("location.hash = '#!other'");
    await expect.poll(() => shop.locator('dialog').count()).toBe(0);
  });

  it('comes to rest beside a script that undoes what it does', async () => {
    const shop = await harness.open(MAIN + SCRIPT, json(ALLOWED));
    await expectState(shop, 'trigger');
    await shop.evaluate(() => {
      const button = document.querySelector<HTMLElement>('.genvoris-tryon-btn');
      new MutationObserver(() => {
        if (button && !button.hidden) button.hidden = true;
      }).observe(document, {
        subtree: true,
        attributes: true,
      });
      document.body.append('go');
    });
    expect(await shop.evaluate(() => 'the page still answers')).toBe('the page still answers');
  });

  async function analyse(shop: Page): Promise<void> {
    await expectState(shop, 'trigger');
    await shop.evaluate(() => {
      Object.assign(window, { completed: 0 });
      window.addEventListener('genvoris:tryon-completed', () => {
        (window as unknown as { completed: number }).completed += 1;
      });
    });
    await tryonButton(shop).click();
    await shop
      .locator('dialog input[type=file]')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: PNG });
    await shop.locator('dialog .primary').click();
  }

  const LEAVE: [name: string, leave: string][] = [
    ['a new address', "history.pushState(null, '', '/p/other')"],
    ['a replaced address', "history.replaceState(null, '', '/p/other')"],
    ['another product in the query', "history.pushState(null, '', '?id=2')"],
    ['a route behind the #', "location.hash = '#/other'"],
    ['a step back', 'history.back()'],
    ['a Turbo visit', "Turbo.visit('/p/other')"],
    ['a page put away', "window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))"],
    ['a removed dialog', "document.querySelector('[data-genvoris-dialog]').remove()"],
    [
      'a closed dialog',
      "document.querySelector('[data-genvoris-dialog]').shadowRoot.querySelector('dialog').close()",
    ],
    ['a document written anew', "document.documentElement.innerHTML = '<body>other</body>'"],
  ];

  it.each(LEAVE)(
    'sends no try-on and tells nobody after %s while the photo is looked at',
    async (_, leave) => {
      const { routes } = harness.shop;
      routes.set('/p/other', page(`<main>Other</main>${SCRIPT}`, '<script src="/p/turbo.js"></script>'));
      const held = heldBack(json({ warnings: [] }));
      routes.set(`${PROXY}/proxy/api/analyze`, held.handler);
      const shop = await harness.open(MAIN + SCRIPT, json(ALLOWED), {
        head: '<script src="/p/turbo.js"></script>',
      });
      await shop.evaluate(() => history.pushState(null, '', '/p/x?id=1'));
      await analyse(shop);
      await expect.poll(() => harness.shop.count(`${PROXY}/proxy/api/analyze`)).toBe(1);
      await shop.evaluate(leave);
      await expect.poll(() => shop.locator('dialog').count()).toBe(0);
      await held.answer();
      await shop.waitForTimeout(150);
      expect(harness.shop.count(`${PROXY}/proxy/api/tryon`)).toBe(0);
      expect(await shop.evaluate('window.completed')).toBe(0);
    },
  );

  it.each([
    ['a morph refresh', "Idiomorph.morph(document.body, server, { morphStyle: 'innerHTML' })"],
    ['a body written anew', 'document.body.innerHTML = server'],
    ['a campaign taken out of the address', "history.replaceState(null, '', '?id=1')"],
    ['a place on the page', "history.replaceState(null, '', '#reviews')"],
    ['the state of a script', "history.pushState({}, '')"],
  ])('goes on after %s', async (_, change) => {
    const held = heldBack(json({ warnings: [] }));
    harness.shop.routes.set(`${PROXY}/proxy/api/analyze`, held.handler);
    const shop = await harness.open(MAIN + SCRIPT, json(ALLOWED));
    await shop.addScriptTag({ content: idiomorph });
    await shop.evaluate(() => history.replaceState(null, '', '?id=1&utm_source=mail'));
    await analyse(shop);
    await expect.poll(() => harness.shop.count(`${PROXY}/proxy/api/analyze`)).toBe(1);
    await shop.evaluate(`{ const server = ${JSON.stringify(MAIN)}; ${change} }`);
    await held.answer();
    await shop.locator('dialog[data-stage=result]').waitFor();
    expect(await shop.evaluate('window.completed')).toBe(1);
    await shop.keyboard.press('Escape');
    expect(await tryonButton(shop).evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('follows a visit without a reload: to another product, back to a snapshot, and to a page without one', async () => {
    const { routes, taken } = harness.shop;
    const head = '<script src="/p/turbo.js"></script>';
    const coat = MAIN.replaceAll('dress-42', 'coat-7');
    routes.set('/p/coat', page(coat + SCRIPT.replace('defer', 'data-theme="dark"'), head));
    routes.set('/p/about', page('<main>About</main>', head));
    const shop = await harness.open(MAIN + SCRIPT, inTurn(json(ALLOWED), LOCKED), { head });
    await expectState(shop, 'trigger');
    await shop.evaluate("Turbo.visit('/p/coat')");
    await expectState(shop, 'upsell');
    await shop.evaluate("Turbo.visit('/p/about')");
    await shop.getByText('About').waitFor();
    await shop.goBack();
    await expectState(shop, 'upsell');
    expect(await places(shop)).toEqual({ places: ['upsell,false,true'], dead: 0 });
    const asked = taken.filter(({ path }) => path === `${PROXY}/status`).map(({ query }) => query);
    expect(asked.slice(0, 2)).toEqual(['?product_id=dress-42', '?product_id=coat-7']);
  });

  it('sends nobody to the checkout from a page that they have left', async () => {
    const held = heldBack(json({ checkoutUrl: `${harness.shop.origin}/p/pay` }));
    harness.shop.routes.set(`${PROXY}/checkout`, held.handler);
    const shop = await harness.open(MAIN + SCRIPT, json({ ...ALLOWED, ctaType: 'checkout' }));
    await shop.locator('[data-genvoris-cta=checkout]').click();
    await expect.poll(() => harness.shop.count(`${PROXY}/checkout`)).toBe(1);
    await shop.evaluate(() => history.pushState(null, '', '/p/other'));
    await held.answer();
    await shop.waitForTimeout(150);
    expect(new URL(shop.url()).pathname).toBe('/p/other');
  });
});
