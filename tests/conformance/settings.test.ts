import { runConformance } from '@genvoris/conformance';
import { createExpressStorefront } from '@genvoris/storefront/express';
import { freePort } from '@genvoris/testing/loopback';
import express from 'express';
import { describe, expect, it } from 'vitest';
import { complaints } from './adapter-harness.ts';
import { startExpress } from './adapters/express.ts';
import { shopperOf } from './adapters/shopper.ts';
import { settings, startTwins } from './adapters/twins.ts';
import { genvorisConformance } from './cli.ts';
import { UNSUPPORTED } from './unsupported.ts';

/** FREE_ALL asks for none of them. */
const ALLOWANCES = {
  ...{ creditsPerOrder: 1, creditsExpireDays: 1, freePerMonth: 1, tryOnsPerSession: 1, sessionMinutes: 1 },
  ...{ sessionProducts: [], ctaUrl: 'https://shop.example/' },
};

describe('an operation that is listed as not offered', () => {
  it('fails where it works after all, so that the list cannot go stale', async () => {
    const report = await runConformance({
      unsupported: ['getNonce'],
      only: ['getNonce.*'],
      start: startExpress,
    });
    expect(report.conforms).toBe(false);
    expect(report.checks).toEqual([expect.objectContaining({ id: 'getNonce.not-offered', state: 'broken' })]);
  });

  it('fails as missing where it is not listed', async () => {
    const report = await runConformance({
      only: ['receiveWooCommerceWebhook/browser/answer/good-day'],
      start: startExpress,
    });
    expect(report.checks.find(({ id }) => id === 'receiveWooCommerceWebhook.answer')).toMatchObject({
      state: 'broken',
    });
  });
});

describe('a shop that turns guests away', () => {
  it('conforms where the run is told so', async () => {
    const report = await runConformance({
      unsupported: UNSUPPORTED,
      guests: 'refused',
      only: ['*/guard/*guest*', '*/guard/token-*', '*/answer/good-day', '*/getStatus/access/*'],
      start: (upstream) =>
        startTwins(upstream, (url) => {
          const storefront = createExpressStorefront({
            ...settings(upstream, url),
            guests: false,
            identify: ({ host }) => shopperOf(host.get('cookie')),
          });
          return {
            listener: express().use('/shop', storefront),
            mount: '/shop',
            close: () => storefront.close(),
          };
        }),
    });
    expect(complaints(report)).toEqual([]);
  });

  it('does not conform where it is not', async () => {
    const only = ['proxyTryon/browser/guard/guest'];
    const report = await runConformance({ guests: 'refused', only, start: startExpress });
    expect(report.checks.find(({ id }) => id === 'proxyTryon.guest')).toMatchObject({ state: 'broken' });
  });
});

describe('an adapter that runs already', () => {
  it('is driven where it is, with the upstream where it expects it', async () => {
    const port = await freePort();
    const apiKey = 'gvk_test_0123456789abcdef';
    const [orderSecret, webhookSecret] = ['the-order-systems-secret', 'the-secret-of-genvoris'];
    const adapter = await startExpress({
      url: `http://127.0.0.1:${port}`,
      unresolvableUrl: 'http://upstream.genvoris.invalid',
      needsTwin: true,
      apiKey,
      internalSecret: '',
      origin: 'https://shop.example',
      ...{ model: 'FREE_ALL', orderSecret, webhookSecret },
      allowances: ALLOWANCES,
    });
    const args = [
      `run --target ${adapter.target} --fault-target unresolvable=${adapter.unresolvable}`,
      `--order-secret ${orderSecret} --webhook-secret ${webhookSecret}`,
      `--api-key ${apiKey} --upstream-port ${port} --unsupported ${UNSUPPORTED}`,
      '--only */answer/* --only */fault/unresolvable --only */fault/refused --only getNonce.*',
    ];
    const { code, stdout, stderr } = await genvorisConformance(args.join(' '));
    await adapter.close?.();
    expect(stderr).toBe('');
    expect(stdout).toMatch(/conforms \(part of the matrix\)/);
    expect(code).toBe(0);
  });
});
