import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const page = { lang: 'de' };

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
    expect(readConfig({ locale: 'not a locale' }, page).locale).toBe('de');
    expect(readConfig({ locale: '!' }, { lang: '' }).locale).toBe('en');
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
