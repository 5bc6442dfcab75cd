import { expect, test } from 'vitest';
import { createStorefront } from '../hosts/fetch.ts';

// Vitest fails the run for a rejection that nobody handles, as Node ends the shop's process for one.
test.each([
  ['before', 1],
  ['after', 30],
])(
  'a transport that throws at the session %s the status is an answer, not the end of the process',
  async (_when, ms) => {
    const storefront = createStorefront({
      apiKey: 'gvk_test_abcdefgh',
      shopOrigin: 'https://shop.example',
      identify: () => ({ id: 1 }),
      transport: {
        async request({ url }) {
          await new Promise((resolve) => setTimeout(resolve, url.endsWith('/status') ? 10 : ms));
          throw new Error(`no way to ${url}`);
        },
        close: async () => {},
      },
    });
    const response = await storefront.fetch(new Request('https://shop.example/status'));
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ code: 'internal_error' });
    await new Promise((resolve) => setTimeout(resolve, 50));
  },
);
