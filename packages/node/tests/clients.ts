import { inspect } from 'node:util';
import { onTestFinished } from 'vitest';
import { createGenvorisWith, type Genvoris } from '../src/client.ts';
import { type AnyGenvorisError, isGenvorisError } from '../src/errors.ts';
import type { GenvorisOptions } from '../src/options.ts';

/** The two ways a client can send; what holds for one holds for the other. */
export const WAYS: [string, Partial<GenvorisOptions>][] = [
  ['its own transport', {}],
  ['a custom fetch', { fetch: (request) => fetch(request) }],
];

/** A client of one server that never really waits, and what it would have waited (milliseconds). */
export function openClient(
  url: string,
  options: Partial<GenvorisOptions> = {},
): Genvoris & { slept: number[] } {
  const slept: number[] = [];
  const genvoris = createGenvorisWith(
    {
      apiKey: 'gvk_live_canary',
      portalUrl: url,
      backendUrl: url,
      internalSecret: 'canary-internal-secret',
      timeoutMs: 1000,
      ...options,
    },
    { now: Date.now, random: () => 0, sleep: async (milliseconds) => void slept.push(milliseconds) },
  );
  onTestFinished(() => void genvoris.close());
  return { ...genvoris, slept };
}

/** The error of a call that must not succeed. */
export async function errorOf(call: Promise<unknown>): Promise<AnyGenvorisError> {
  const error = await call.then(
    (data) => new Error(`answered ${JSON.stringify(data)}`),
    (error: unknown) => error,
  );
  if (!isGenvorisError(error)) throw error;
  return error;
}

/** Everything an error could put into a log. */
export function everythingIn(error: unknown): string {
  let text = '';
  for (let each = error; each instanceof Error; each = each.cause) {
    text += inspect(each, { depth: 10, showHidden: true }) + JSON.stringify(each) + each.stack + each.message;
  }
  return text;
}

export const TRYON = { product_type: 'apparel', variation_count: 1, generation_time_ms: 5, success: true };

export const FORM = {
  photo: Buffer.from('\x89PNG\r\n\x1a\n and more', 'latin1'),
  product_image_url: 'https://shop.example/dress.jpg',
};

export const PLAN = {
  id: 'pln_01JD8Z6T5V9M4K2Q7R3S8X1Y0A',
  externalId: null,
  externalPriceId: null,
  name: 'Five',
  monthlyTryOns: 5,
  active: true,
  createdAt: '2026-10-01T09:00:00Z',
  updatedAt: '2026-11-10T12:00:00Z',
};

export const createPlan = (genvoris: Genvoris, headers: Record<string, string> = {}) =>
  genvoris.v1.POST('/api/v1/plans', { body: { name: 'Five', monthlyTryOns: 5 }, headers });
