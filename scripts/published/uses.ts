/** A few lines of a stranger's for each package, as a module with node:assert's `expect`. */
export const USES: Readonly<Record<string, string>> = {
  '@genvoris/contract': `
    import { parseStatus } from '@genvoris/contract';
    import { validateRequest } from '@genvoris/contract/validators';
    expect(parseStatus({ access: 'SOMETHING_NEW' }).access, 'ERROR');
    expect(validateRequest('createSession', { expires_in: 300 }).ok, true);`,
  '@genvoris/node': `
    import { createServer } from 'node:http';
    import { createGenvoris } from '@genvoris/node';
    const backend = createServer((request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"access":"ALLOWED"}');
    });
    await new Promise((resolve) => backend.listen(0, '127.0.0.1', resolve));
    const backendUrl = 'http://127.0.0.1:' + backend.address().port;
    const genvoris = createGenvoris({ apiKey: 'gvk_test_x', backendUrl });
    expect((await genvoris.status.get()).access, 'ALLOWED');
    await genvoris.close();
    backend.close();`,
  '@genvoris/storefront': `
    import { createServer } from 'node:http';
    import { createNodeStorefront } from '@genvoris/storefront/node';
    import { woocommerce } from '@genvoris/storefront/woocommerce';
    import { wordpress } from '@genvoris/storefront/wordpress';
    expect(woocommerce().name + wordpress().basePath, 'woocommerce/genvoris-proxy');
    import { shopify } from '@genvoris/storefront/shopify';
    const app = { shop: 'my-shop.myshopify.com', clientSecret: 'the-secret-of-the-app' };
    expect(shopify(app).basePath, '/api/proxy');
    const storefront = createNodeStorefront({
      apiKey: 'gvk_test_x',
      shopOrigin: 'https://shop.example',
      guests: true,
      identify: () => null,
    });
    const shop = createServer(storefront);
    await new Promise((resolve) => shop.listen(0, '127.0.0.1', resolve));
    const answer = await fetch('http://127.0.0.1:' + shop.address().port + '/nonce');
    expect(answer.status, 200);
    await storefront.close();
    shop.close();`,
  '@genvoris/ledger': `
    import { createMemoryLedger } from '@genvoris/ledger/memory';
    const ledger = createMemoryLedger();
    await ledger.open();
    const at = Date.now();
    const free = { since: at - 1000, limit: 1 };
    const held = await ledger.reserve('wp_42', { at, until: at + 60000, free, requestId: 'a' });
    await ledger.settle(held.id, { at, requestId: 'a' });
    expect((await ledger.allowance('wp_42', { at, freeSince: free.since })).freeUsed, 1);
    expect((await ledger.verify()).problems.length, 0);
    await ledger.close();`,
  '@genvoris/shop-cli': `
    import { execFileSync } from 'node:child_process';
    import { join } from 'node:path';
    const command = join('node_modules', '@genvoris', 'shop-cli', 'dist', 'cli.js');
    const said = execFileSync(process.execPath, [command, 'init', '--dir', 'made', '--json'], { encoding: 'utf8' });
    expect(JSON.parse(said).files.length, 2);`,
  '@genvoris/widget': `
    import { readFileSync } from 'node:fs';
    import { fileURLToPath } from 'node:url';
    const script = fileURLToPath(import.meta.resolve('@genvoris/widget/widget.js'));
    expect(readFileSync(script, 'utf8').includes('data-genvoris-state'), true);`,
  '@genvoris/mock': `
    import { createMock } from '@genvoris/mock';
    const mock = await createMock();
    const status = await fetch(mock.url + '/status?api_key=gvk_test_EXHAUSTED');
    expect((await status.json()).access, 'EXHAUSTED');
    await mock.close();`,
  '@genvoris/conformance': `
    import { mockSetup, runProvider } from '@genvoris/conformance';
    import { createMock } from '@genvoris/mock';
    const mock = await createMock({ cors: false });
    const report = await runProvider({
      target: mock.url,
      apiKey: 'gvk_live_x',
      specs: ['status'],
      only: ['getStatus/answer/200/*'],
      setup: mockSetup(mock.url),
    });
    expect(report.conforms, true);
    await mock.close();`,
};
