import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createGenvoris } from './client.ts';
import { GenvorisUsageError } from './errors.ts';
import { refuseBrowser, resolveOptions } from './options.ts';

const KEY = 'gvk_test_canary';

function refusal(run: () => unknown): GenvorisUsageError {
  try {
    run();
  } catch (error) {
    if (error instanceof GenvorisUsageError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('options', () => {
  it('have the documented defaults', () => {
    expect(resolveOptions({ apiKey: KEY })).toMatchObject({
      portalUrl: 'https://genvoris.org',
      backendUrl: 'https://api.genvoris.org',
      timeoutMs: 10_000,
      tryonTimeoutMs: 120_000,
      maxRetries: 2,
    });
  });

  it('keep a path in a URL and drop the slash behind it', () => {
    expect(
      resolveOptions({ apiKey: KEY, portalUrl: 'http://127.0.0.1:4010/scenario/ALLOWED/' }).portalUrl,
    ).toBe('http://127.0.0.1:4010/scenario/ALLOWED');
  });

  it.each([
    ['apiKey', { apiKey: undefined }],
    ['apiKey', { apiKey: '' }],
    ['apiKey', { apiKey: 'sk_live_canary' }],
    ['apiKey', { apiKey: 'gvk_live_' }],
    ['apiKey', { apiKey: 'gvk_prod_canary' }],
    ['apiKey', { apiKey: 'gvk_live_canary\r\nx: y' }],
    ['apiKey', { apiKey: ['gvk_live_canary'] }],
    ['portalUrl', { portalUrl: 'genvoris.org' }],
    ['portalUrl', { portalUrl: 'file:///etc' }],
    ['portalUrl', { portalUrl: 42 }],
    ['backendUrl', { backendUrl: 'https://user:canary@api.genvoris.org' }],
    ['backendUrl', { backendUrl: 'https://api.genvoris.org/?api_key=canary' }],
    ['backendUrl', { backendUrl: 'https://api.genvoris.org/#canary' }],
    ['internalSecret', { internalSecret: '' }],
    ['internalSecret', { internalSecret: 'canary\n' }],
    ['fetch', { fetch: 'fetch' }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['timeoutMs', { timeoutMs: 1.5 }],
    ['timeoutMs', { timeoutMs: Number.POSITIVE_INFINITY }],
    ['timeoutMs', { timeoutMs: '1000' }],
    ['maxRetries', { maxRetries: -1 }],
    ['maxRetries', { maxRetries: 11 }],
    ['apikey', { apikey: 'gvk_live_canary' }],
  ])('name %s where it is wrong, and do not quote it: %o', (option, wrong) => {
    const error = refusal(() => createGenvoris({ apiKey: KEY, ...wrong } as never));
    expect(error).toMatchObject({ code: 'invalid_options', option });
    expect(error.message).toContain(option);
    expect(inspect(error, { depth: 10 }) + JSON.stringify(error)).not.toContain('canary');
  });

  it('are needed', () => {
    expect(refusal(() => createGenvoris(undefined as never)).option).toBe('options');
  });
});

describe('a browser', () => {
  it('is refused, for the page would publish the key', () => {
    expect(refusal(() => refuseBrowser({ document: {} })).message).toContain('must not run in a browser');
    expect(refusal(() => refuseBrowser({ document: {}, process: { versions: {} } })).code).toBe(
      'invalid_options',
    );
  });

  it('is not what Node with a DOM library is', () => {
    expect(() => refuseBrowser({ document: {}, process: { versions: { node: '26.0.0' } } })).not.toThrow();
    expect(() => refuseBrowser({})).not.toThrow();
  });
});

it('a client shows nothing of its secrets', async () => {
  const genvoris = createGenvoris({ apiKey: KEY, internalSecret: 'canary-secret' });
  expect(inspect(genvoris, { depth: 20, showHidden: true }) + JSON.stringify(genvoris)).not.toContain(
    'canary',
  );
  await genvoris.close();
});
