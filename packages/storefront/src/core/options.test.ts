import { describe, expect, test } from 'vitest';
import { parseOptions, type StorefrontOptions } from './options.ts';

const given: StorefrontOptions = { apiKey: 'gvk_test_ALLOWED', shopOrigin: 'https://shop.example' };
const vault = { read() {}, write() {}, remove() {}, hostSecrets: ['x'.repeat(32)] };
const canary = 'canary canary';
const ledger = Object.fromEntries(
  ['open', 'allowance', 'reserve', 'settle', 'release'].map((name) => [name, () => {}]),
);

describe('the options', () => {
  test('have defaults for all but the key and the origin', () => {
    expect(parseOptions(given)).toMatchObject({
      backendUrl: 'https://api.genvoris.org',
      portalUrl: 'https://genvoris.org',
      platform: { name: 'external' },
      trustedProxies: 0,
      timeoutMs: 10_000,
      proxyTimeoutMs: 60_000,
    });
  });

  test('give the proxied calls the timeout that is given for all', () => {
    expect(parseOptions({ ...given, timeoutMs: 500 }).proxyTimeoutMs).toBe(500);
    expect(parseOptions({ ...given, timeoutMs: 500, proxyTimeoutMs: 900 }).proxyTimeoutMs).toBe(900);
  });

  test('keep the path of an upstream', () => {
    expect(parseOptions({ ...given, backendUrl: 'http://localhost:4010/scenario/x/' }).backendUrl).toBe(
      'http://localhost:4010/scenario/x',
    );
  });

  test('may be undefined, as a variable of the environment that is not set', () => {
    const optional = [
      'identify',
      'platform',
      'model',
      'guests',
      'trustedProxies',
      'trustRequestId',
      'rateLimits',
    ]
      .concat(['rateLimiter', 'csrf', 'secret', 'backendUrl', 'portalUrl', 'timeoutMs', 'proxyTimeoutMs'])
      .concat(['graceMs', 'onError', 'basePath', 'transport']);
    const unset = Object.fromEntries(optional.map((name) => [name, undefined]));
    expect(parseOptions({ ...given, ...unset })).toEqual({
      ...parseOptions(given),
      model: expect.any(Function),
    });
    expect(
      parseOptions({ ...given, rateLimits: { getNonce: undefined } }).rateLimits.getNonce,
    ).toBeUndefined();
  });

  test.each<[string, Record<string, unknown>]>([
    ...[
      'apiKey',
      'shopOrigin',
      'identify',
      'platform',
      'model',
      'guests',
      'trustedProxies',
      'rateLimits',
    ].map((name): [string, Record<string, unknown>] => [name, { [name]: '' }]),
    ...['rateLimiter', 'csrf', 'secret', 'backendUrl', 'portalUrl', 'timeoutMs', 'graceMs', 'onError'].map(
      (name): [string, Record<string, unknown>] => [name, { [name]: '' }],
    ),
    ['basePath', { basePath: '' }],
    ['transport', { transport: '' }],
    ['apiKey', { apiKey: undefined }],
    ['apiKey', { apiKey: canary }],
    ['apiKey', { apiKey: canary, vault: { read() {}, write() {}, remove() {} } }],
    ['vault', { vault: {} }],
    ['connect', { connect: { siteName: 'Shop' }, platform: 'wordpress' }],
    ['connect', { connect: { siteName: 'Shop' }, platform: 'wordpress', vault }],
    ['connect', { connect: { siteName: 'Shop' }, apiKey: undefined, vault }],
    ['connect', { connect: canary, platform: 'wordpress', apiKey: undefined, vault }],
    ...[
      { siteName: '' },
      { siteName: 'Shop', siteUrl: 'http://canary.example' },
      { siteName: 'Shop', siteUrl: 'https://canary@shop.example' },
      { siteName: 'Shop', siteUrl: 'https://shop.example/canary/' },
      { siteName: 'Shop', returnUrl: 'https://canary.example' },
      { siteName: 'Shop', returnUrl: 'https://shop.example/?code=canary' },
      { siteName: 'Shop', adminEmail: canary },
      { siteName: 'Shop', pluginVersion: 'canary' },
    ].map((connect): [string, Record<string, unknown>] => [
      'connect',
      { connect, platform: 'wordpress', apiKey: undefined, vault },
    ]),
    ['webhookSecret', { webhookSecret: canary }],
    ['webhookSecret', { webhookSecret: ['whsec_long_enough_to_be_one', canary] }],
    ['onGenvorisEvent', { onGenvorisEvent: canary }],
    ['onGenvorisEvent.plan.update', { onGenvorisEvent: { 'plan.update': () => {} } }],
    ['onGenvorisEvent.constructor', { onGenvorisEvent: { constructor: () => {} } }],
    ['onGenvorisEvent.plan.updated', { onGenvorisEvent: { 'plan.updated': canary } }],
    ['shopOrigin', { shopOrigin: canary }],
    ['identify', { identify: canary }],
    ['platform', { platform: canary }],
    ['platform.name', { platform: { name: canary } }],
    ['model', { model: canary }],
    ['ledger', { model: 'FREEMIUM' }],
    ['ledger', { ledger: {} }],
    ['model.productIds', { model: { model: 'PAY_PER_USE', checkoutUrl: '/pay' }, ledger }],
    ['model.productIds', { model: { model: 'PAY_PER_USE', checkoutUrl: '/pay', productIds: [] }, ledger }],
    ['model.productIds', { model: { model: 'SUBSCRIPTION', productIds: [] }, ledger }],
    ['model', { model: null as unknown as 'FREE_ALL' }],
    ['platform', { platform: null as unknown as 'laravel' }],
    ['model.checkoutUrl', { model: { model: 'PAY_PER_USE', productIds: [7] }, ledger }],
    ['model.ctaUrl', { model: { model: 'FREEMIUM', ctaUrl: 'javascript:canary' }, ledger }],
    ['model.freePerMonth', { model: { model: 'FREEMIUM', freePerMonth: -1 }, ledger }],
    ['model.expiresInDays', { model: { model: 'CREDITS_WITH_PURCHASE', expiresInDays: 0 }, ledger }],
    ['model.creditsPerOrder', { model: { model: 'CREDITS_WITH_PURCHASE', creditsPerOrder: '5' }, ledger }],
    ['model.guests', { model: { model: 'FREE_ALL', guests: canary } }],
    ['orderSecret', { orderSecret: 'canary' }],
    ['orderSecret', { orderSecret: [] }],
    ['holdMs', { holdMs: 0 }],
    ['now', { now: 0 }],
    ['guests', { guests: canary }],
    ['trustedProxies', { trustedProxies: -1 }],
    ['trustedProxies', { trustedProxies: '1' }],
    ['rateLimits.getStatus', { rateLimits: { getStatus: false } }],
    ['rateLimits.getNonce.limit', { rateLimits: { getNonce: { limit: 0, windowSeconds: 1 } } }],
    ['rateLimits.getNonce.windowSeconds', { rateLimits: { getNonce: { limit: 1 } } }],
    ['rateLimiter', { rateLimiter: canary }],
    ['rateLimits', { rateLimits: canary }],
    ['csrf', { csrf: canary }],
    ['csrf', { csrf: { header: 'X-WP-Nonce', issue: canary } }],
    ['transport', { transport: { request: canary } }],
    ['secret', { secret: canary }],
    ['backendUrl', { backendUrl: 'http://canary:canary@api.example' }],
    ['portalUrl', { portalUrl: 'https://genvoris.org/?x=canary' }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['proxyTimeoutMs', { proxyTimeoutMs: 1.5 }],
    ['graceMs', { graceMs: Number.POSITIVE_INFINITY }],
    ['onError', { onError: canary }],
    ['basePath', { basePath: 'api' }],
    ['basePath', { basePath: '/a/../b?canary' }],
  ])('name options.%s when it is wrong, and do not quote it', (name, wrong) => {
    let message = '';
    try {
      parseOptions({ ...given, ...wrong } as StorefrontOptions);
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError);
      ({ message } = error as TypeError);
    }
    expect(message).toContain(`options.${name} `);
    expect(message).not.toContain('canary');
  });
});
