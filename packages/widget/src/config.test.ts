import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from './config.ts';

const page = { lang: 'de' };
const said = () => vi.mocked(console.warn).mock.calls.map(([text]) => text);

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

describe('the script tag', () => {
  it('leads to the adapter at its usual place when it says nothing', () => {
    expect(readConfig({}, page)).toEqual({
      route: { mode: 'proxy', base: '/api/genvoris' },
      locale: 'de',
      links: {},
    });
    expect(readConfig({ proxy: '' }, page).route).toEqual({ mode: 'proxy', base: '/api/genvoris' });
  });

  it('leads to the proxy it names, key or not', () => {
    const route = { mode: 'proxy', base: '/genvoris-proxy' };
    expect(readConfig({ proxy: '/genvoris-proxy//' }, page).route).toEqual(route);
    expect(readConfig({ proxy: '/genvoris-proxy', apiKey: 'gvk_live_1' }, page).route).toEqual(route);
  });

  it('leads to the backend when it shows a key and names no proxy, and reads the token late', () => {
    const data: Record<string, string> = { apiKey: 'gvk_live_1' };
    const { route } = readConfig(data, page);
    if (route.mode !== 'direct') throw new Error('expected the direct mode');
    expect(route).toMatchObject({ base: 'https://api.genvoris.org', apiKey: 'gvk_live_1' });
    expect(route.sessionToken()).toBe(undefined);
    data.endCustomerToken = 'renewed';
    expect(route.sessionToken()).toBe('renewed');
  });

  it('falls back to a locale that exists', () => {
    expect(readConfig({ locale: 'fr-CA' }, page).locale).toBe('fr-CA');
    expect(readConfig({ locale: 'nowhere' }, page).locale).toBe('de');
    expect(readConfig({ locale: '!' }, { lang: '' }).locale).toBe('en');
    expect(said()).toEqual([
      'Genvoris: data-locale="nowhere" is not a language such as de-AT; it is ignored.',
      'Genvoris: data-locale="!" is not a language such as de-AT; it is ignored.',
    ]);
  });

  it.each([
    ['de_DE', 'de-DE'],
    ['DE-de', 'de-DE'],
    ['de-AT', 'de-AT'],
    [' fr ', 'fr'],
    ['zh_Hant_TW', 'zh-Hant-TW'],
    ['de_DE.UTF-8', 'de-DE'],
    ['de_DE@euro', 'de-DE'],
    ['de-AT,de;q=0.8', 'de-AT'],
    ['', 'nl-BE'],
    ['  ', 'nl-BE'],
  ])('reads the locale %j as %s', (locale, read) => {
    expect(readConfig({ locale }, { lang: 'nl_BE' }).locale).toBe(read);
    expect(said()).toEqual([]);
  });

  it.each([
    ['/x/', '/x'],
    [' /x ', '/x'],
    ['x/y', 'x/y'],
    ['//shop.example/x', '//shop.example/x'],
    ['https://shop.example/x/#top', 'https://shop.example/x'],
    ['/?rest_route=/genvoris/v1/', '/?rest_route=/genvoris/v1'],
    ['true', '/api/genvoris'],
    ['1', '/api/genvoris'],
    ['ON', '/api/genvoris'],
    ['off', '/api/genvoris'],
    ['#', '/api/genvoris'],
    ['www.shop.example/x', 'https://www.shop.example/x'],
    ['  ', '/api/genvoris'],
  ])('reads the proxy %j as %s', (proxy, base) => {
    expect(readConfig({ proxy }, page).route).toEqual({ mode: 'proxy', base });
    expect(said()).toEqual([]);
  });

  it.each(['false', '0', 'OFF', 'no', 'none', null])('leads to the backend when the proxy is %s', (proxy) => {
    expect(readConfig({ proxy, apiKey: ' gvk_live_1 ' }, page).route).toMatchObject({ apiKey: 'gvk_live_1' });
  });

  it.each([
    [undefined, 'https://api.genvoris.org'],
    ['', 'https://api.genvoris.org'],
    ['api.shop.example', 'https://api.shop.example'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['//api.shop.example/x', '//api.shop.example/x'],
    ['/b', '/b'],
  ])('reads the backend %j as %s', (backend, base) => {
    expect(readConfig({ apiKey: 'gvk_live_1', backend }, page).route.base).toBe(base);
  });

  it('takes no key that is not one of Genvoris, and does not repeat it', () => {
    for (const apiKey of ['vendor-secret-1', 'gvk_live 1\n2', 'gvk_…'])
      expect(readConfig({ apiKey }, page).route).toEqual({ mode: 'proxy', base: '/api/genvoris' });
    expect(said()).toEqual(['Genvoris: data-api-key="…" is not a key of Genvoris (gvk_…); it is ignored.']);
  });

  it.each([
    ['proxy', 'javascript:alert(1)'],
    ['proxy', 'localhost:3000/api'],
    ['proxy', 'https://'],
    ['proxy', '{{ proxy }}'],
    ['proxy', '%PROXY%'],
    ['proxy', '[proxy]'],
    ['proxy', '"/api/genvoris"'],
    ['proxy', '127.0.0.1:3000/api'],
    ['locale', Object.create(null)],
    ['loginUrl', 'javascript:alert(2)'],
    ['loginUrl', 'true'],
    ['checkoutUrl', 'undefined'],
    ['productId', 'x'.repeat(256)],
    ['productId', '[object Object]'],
    ['productId', 'a\u0000'],
    ['theme', 'sepia'],
  ])('leaves out a %s of %j and names it once', (name, value) => {
    const usual = readConfig({}, page);
    for (let reads = 0; reads < 2; reads++) expect(readConfig({ [name]: value }, page)).toEqual(usual);
    expect(said()).toHaveLength(1);
  });

  it('does not repeat a password in an address', () => {
    readConfig({ proxy: 'https://shop:canary@shop.example/x' }, page);
    expect(said().join()).toMatch('//…@shop.example/x');
  });

  it('takes numbers, blanks and words for none as they are meant', () => {
    const read = readConfig(
      {
        productId: 42,
        loginUrl: 'false',
        checkoutUrl: '#',
        upgradeUrl: ' /plans ',
        purchaseUrl: null,
        theme: ' Dark ',
      },
      page,
    );
    expect(read).toMatchObject({
      productId: '42',
      theme: 'dark',
      links: { upgrade: '/plans', subscribe: '/plans' },
    });
    expect(readConfig({ theme: 'AUTO', productId: '  ' }, page)).toEqual(readConfig({}, page));
    expect(said()).toEqual([]);
  });

  it('leads subscribers where upgrades are sold unless told otherwise', () => {
    expect(readConfig({ upgradeUrl: '/plans' }, page).links).toEqual({
      upgrade: '/plans',
      subscribe: '/plans',
    });
    expect(readConfig({ upgradeUrl: '/plans', subscribeUrl: '/club' }, page).links.subscribe).toBe('/club');
  });

  it('ignores a theme that does not exist', () => {
    expect(readConfig({ theme: 'dark' }, page).theme).toBe('dark');
    expect('theme' in readConfig({ theme: 'sepia' }, page)).toBe(false);
  });
});
