import { describe, expect, it } from 'vitest';
import { createHarness, expectState, tryonButton } from './harness.ts';
import { ALLOWED, BUTTON, inTurn, json, nonces, page, SCRIPT } from './shop.ts';

const VENDOR =
  '<script src="/p/vendor/widget.js" data-api-key="vendor-secret-1" data-proxy="/vendor" data-product-id="theirs"></script>';
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

describe('the options of the widget', () => {
  const harness = createHarness();

  /** Opens a page beside a vendor's tag, and returns the widget's first question. */
  async function asked(body: string, head = ''): Promise<string> {
    const { routes, taken } = harness.shop;
    for (const base of ['/api/genvoris', '/own', '/late', '/b']) routes.set(`${base}/status`, json(ALLOWED));
    routes.set('/p/vendor/widget.js', (_taken, response) => void response.end(''));
    routes.set('/p/shop/x', page(body, VENDOR + head));
    const shop = await harness.visit('/p/shop/x');
    await expectState(shop, 'trigger');
    await shop.context().close();
    expect(JSON.stringify(taken)).not.toMatch(/vendor|theirs/);
    const last = taken.at(-1);
    return `${last?.path}${last?.query}`;
  }

  const bare = '<script src="/widget.js" defer></script>';
  const plain = BUTTON.replace(' data-product-id="dress-42"', '');

  it.each([
    ['of a classic tag', '', '<script src="/widget.js" defer data-proxy="/own"></script>'],
    ['of a module', '', '<script type="module" src="/widget.js" data-proxy="/own"></script>'],
    [
      'of a module that another imports',
      '',
      '<script data-genvoris type="text/plain" data-proxy="/own"></script><script type="module">import "/widget.js"</script>',
    ],
    [
      'of the tag that a loader put a bare one in the place of',
      '<script type="text/plain" data-src="/widget.js?v=1" data-proxy="/own"></script>',
      "<script>document.head.append(Object.assign(document.createElement('script'), { src: '/widget.js?v=2' }))</script>",
    ],
    [
      'of the tag whose code runs from elsewhere',
      '<script type="text/plain" data-rocket-src="/plugins/genvoris/app.js" data-proxy="/own"></script>',
      bare,
    ],
    ['of a marked tag', '<script data-genvoris type="text/plain" data-proxy="/own"></script>', bare],
    ['of a global', '<script>window.Genvoris = { proxy: "/own" }</script>', bare],
    ['of a constant', '<script>const Genvoris = { proxy: "/own" }</script>', bare],
    [
      'of a global that comes after an async script',
      '<script src="/widget.js"></script>',
      '<script>window.Genvoris = { proxy: "/own" }</script>',
    ],
    ['of JSON', '', `<script type="application/json" data-genvoris>{"proxy": "/own"}</script>${bare}`],
    [
      'of JSON with an id',
      '',
      `${bare}<script type="application/json" id="genvoris">{"data-proxy": "/own"}</script>`,
    ],
    [
      'of the tag before JSON before the global',
      '<script>window.Genvoris = { proxy: "/late" }</script>',
      '<script type="application/json" data-genvoris>{"proxy": "/late"}</script><script src="/widget.js" defer data-proxy="/own"></script>',
    ],
    [
      'of JSON where the tag’s is blank',
      '<script>window.Genvoris = { proxy: "/late" }</script>',
      '<script type="application/json" data-genvoris>{"PROXY": "/own"}</script><script src="/widget.js" defer data-proxy=" "></script>',
    ],
    [
      'and not of an element of that name',
      '',
      `<form id="Genvoris"><input name="proxy" value="/late"></form><img name="currentScript" data-proxy="/late"><script src="/widget.js" defer data-proxy="/own"></script>`,
    ],
  ])('are those %s', async (_, head, body) => {
    expect(await asked(BUTTON + body, head)).toBe('/own/status?product_id=dress-42');
  });

  it.each([
    ['nothing', '', bare, '/api/genvoris/status?product_id=dress-42'],
    [
      'a base on another host',
      '<base href="http://cdn.invalid/x/">',
      bare,
      '/api/genvoris/status?product_id=dress-42',
    ],
    [
      'a base on another host and a relative proxy',
      '<base href="http://cdn.invalid/x/">',
      '<script src="/widget.js" data-proxy="own" defer></script>',
      '',
    ],
    [
      'a relative proxy',
      '',
      '<script src="/widget.js" defer data-proxy="own"></script>',
      '/own/status?product_id=dress-42',
    ],
    [
      'true',
      '',
      '<script src="/widget.js" defer data-proxy="true"></script>',
      '/api/genvoris/status?product_id=dress-42',
    ],
  ])('lead to the shop’s own site with %s', async (_, head, body, path) => {
    // The tag itself follows the base.
    const script = body.replace('src="/widget.js"', `src="${harness.shop.origin}/widget.js"`);
    expect(await asked(BUTTON + script, head)).toBe(path || '/own/status?product_id=dress-42');
  });

  it.each([
    ['an inlined script', `<script>(__code__)</script>`],
    ['an inlined module', `<script type="module">(__code__)</script>`],
  ])('are those of JSON for %s', async (_, tag) => {
    const { origin } = harness.shop;
    const code = (await (await fetch(`${origin}/widget.js`)).text()).replaceAll('</', '<\\/');
    const options = '<script type="application/json" data-genvoris>{"proxy": "/own"}</script>';
    expect(await asked(BUTTON + options + tag.replace('(__code__)', () => code))).toMatch('/own/status');
  });

  const THEIRS = 'data-proxy="/vendor" data-product-id="theirs"';
  it.each([
    ['evaluates it', '(0, eval)(code)'],
    ['evaluates it later', 'setTimeout(() => (0, eval)(code), 10)'],
    ['makes a function of it', 'setTimeout(() => new Function(code)(), 10)'],
    ['inlines it', "document.body.append(Object.assign(document.createElement('script'), { text: code }))"],
    [
      'loads it as a blob',
      "document.body.append(Object.assign(document.createElement('script'), { src: URL.createObjectURL(new Blob([code])) }))",
    ],
    ['imports it', "import('/widget.js')"],
  ])('are not those of a loader that %s', async (_, load) => {
    const { origin, routes } = harness.shop;
    const code = JSON.stringify(await (await fetch(`${origin}/widget.js`)).text());
    routes.set('/p/load.js', (_taken, response) => void response.end(`const code = ${code}; ${load}`));
    const head = '<script>window.Genvoris = { proxy: "/own" }</script>';
    const body = `${BUTTON}<script src="/p/load.js" ${THEIRS}></script>`;
    expect(await asked(body, head)).toBe('/own/status?product_id=dress-42');
  });

  it('are not those of a vendor whose folder has the shop’s name', async () => {
    const vendor = `<script src="/p/genvoris-demo/widget.js" type="text/plain" ${THEIRS}></script>`;
    expect(await asked(BUTTON + vendor + bare)).toBe('/api/genvoris/status?product_id=dress-42');
  });

  it('may stand behind the widget in one file, though that comes after the page has loaded', async () => {
    const { origin, routes, count } = harness.shop;
    const code = await (await fetch(`${origin}/widget.js`)).text();
    routes.set(
      '/p/all.js',
      (_taken, response) => void response.end(`${code};window.Genvoris={proxy:'/own'}`),
    );
    const late = `<script>addEventListener('load', () => setTimeout(() => {
      document.body.append(Object.assign(document.createElement('script'), { src: '/p/all.js' }));
    }))</script>`;
    expect(await asked(BUTTON + late)).toBe('/own/status?product_id=dress-42');
    expect([count('/own/status'), count('/api/genvoris/status')]).toEqual([1, 0]);
  });

  it.each([
    ['throws', '{ get proxy() { throw new Error("boom"); } }'],
    ['is no text', '{ locale: Object.create(null), theme: Symbol("x"), productId: [] }'],
    ['is a list', '[{ proxy: "/late" }]'],
  ])('hold nothing up where the global %s', async (_, global) => {
    const body = `${BUTTON}<script src="/widget.js" data-proxy="/own"></script>`;
    expect(await asked(body, `<script>window.Genvoris = ${global}</script>`)).toMatch('/own/status');
  });

  it('give the product of the page to the status, the form and the event', async () => {
    const { routes, taken } = harness.shop;
    routes.set('/own/status', json(ALLOWED));
    routes.set('/own/nonce', nonces());
    routes.set('/own/proxy/api/analyze', json({ warnings: [] }));
    routes.set('/own/proxy/api/tryon', json({ images: [{ url: 'data:image/png;base64,AA==' }] }));
    routes.set(
      '/p/x',
      page(`${plain}<script src="/widget.js" defer data-proxy="/own" data-product-id=" 42 "></script>`),
    );
    const shop = await harness.visit('/p/x');
    await expectState(shop, 'trigger');
    await shop.evaluate(
      "addEventListener('genvoris:tryon-completed', (event) => { window.told = event.detail; })",
    );
    await tryonButton(shop).click();
    await shop.locator('dialog input').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: PNG });
    await shop.locator('dialog .primary').click();
    await shop.locator('dialog[data-stage=result]').waitFor();
    expect(taken[0]?.query).toBe('?product_id=42');
    const forms = taken.filter(({ path }) => path.includes('/proxy/'));
    expect(
      forms.map(({ body }) => /name="product_id"\r\n\r\n(.*)\r\n/.exec(body.toString('latin1'))?.[1]),
    ).toEqual(['42', '42']);
    expect(await shop.evaluate('window.told.productId')).toBe('42');
  });

  it('name on the console, once, what cannot be meant', async () => {
    const said: string[] = [];
    harness.shop.routes.set('/api/genvoris/status', json(ALLOWED));
    harness.shop.routes.set(
      '/p/x',
      page(
        `${BUTTON.replace('/img/dress.svg', 'javascript:1')}<script type="application/json" data-genvoris>{"proxy":</script><script>window.Genvoris = { proxyUrl: '/own' }</script>
       <script src="/widget.js" defer data-proxy="mailto:a" data-messages="{ui:1}" data-locale="klingon!" data-api-key="secret"></script>`,
      ),
    );
    const shop = await harness.visit('/p/x', {
      prepare: async (opened) => opened.on('console', (message) => said.push(message.text())),
    });
    await expectState(shop, 'hidden');
    await shop.evaluate(() => document.body.append('a change'));
    await shop.waitForTimeout(50);
    const ours = said.filter((text) => text.startsWith('Genvoris'));
    expect(new Set(ours).size).toBe(ours.length);
    for (const name of [
      '<script data-genvoris>',
      'no option "proxyUrl"',
      'data-proxy',
      'data-messages',
      'data-locale',
      'data-api-key',
      'data-product-image',
    ]) {
      expect(ours.join('\n')).toContain(name);
    }
    expect(ours.join()).not.toContain('secret');
  });

  it.each([
    ['', 'trigger'],
    ['  ', 'trigger'],
    ['undefined', 'trigger'],
    ['/img/other.svg', 'trigger'],
    ['false', 'hidden'],
    ['data:image/png;base64,AA==', 'hidden'],
  ])('take a product image of %j for what it is', async (image, state) => {
    const head = '<meta property="og:image" content=" "><meta name="og:image" content="/img/og.svg">';
    const button = BUTTON.replace('/img/dress.svg', image);
    const shop = await harness.open(button + SCRIPT, json(ALLOWED), { head });
    await expectState(shop, state);
    if (state === 'hidden') return;
    await tryonButton(shop).click();
    const shown = image.startsWith('/') ? image : '/img/og.svg';
    expect(await shop.locator('dialog .product img').getAttribute('src')).toBe(harness.shop.origin + shown);
  });

  it('lead a srcdoc frame to the site of the page around it', async () => {
    const { origin } = harness.shop;
    const inner = `${BUTTON}<script src='${origin}/widget.js'></script>`.replaceAll('"', '&quot;');
    harness.shop.routes.set('/p/frame', page(`<iframe srcdoc="${inner}"></iframe>`));
    harness.shop.routes.set('/api/genvoris/status', json(ALLOWED));
    const shop = await harness.visit('/p/frame');
    await shop.frameLocator('iframe').locator('[data-genvoris-state=trigger]').waitFor();
  });

  it('WordPress is asked with a nonce, and with a fresh one where it was stale', async () => {
    const { routes, taken } = harness.shop;
    const base = '/wp-json/genvoris/v1';
    const stale = {
      code: 'rest_cookie_invalid_nonce',
      message: 'Cookie check failed',
      data: { status: 403 },
    };
    routes.set(`${base}/nonce`, nonces());
    routes.set(`${base}/status`, inTurn(json(stale, 403), json(ALLOWED)));
    routes.set('/wp', page(BUTTON + SCRIPT.replace(' defer', ` defer data-proxy="${base}"`)));
    await expectState(await harness.visit('/wp'), 'trigger');
    const asked = taken.filter(({ path }) => path === `${base}/status`);
    expect(asked.map(({ headers }) => headers['x-wp-nonce'])).toEqual(['nonce-no-1', 'nonce-no-2']);
  });
});
