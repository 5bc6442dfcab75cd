import { expect } from 'vitest';
import type { ErrorReport, StorefrontOptions } from '../../src/index.ts';
import { laravel } from '../../src/laravel.ts';
import { FORM_TYPE, form, SHOP } from '../browser.ts';

/** What a shop's own code sets on each answer before the storefront's. */
export const OWN_HEADERS: Record<string, string | string[]> = {
  'Set-Cookie': ['shop=1; Path=/', 'two=2; HttpOnly'],
  Vary: 'Cookie',
  Link: '</a.css>; rel=preload',
  'Access-Control-Allow-Origin': SHOP,
  'RateLimit-Policy': '"shop";q=100;w=60',
  'Cache-Control': 'max-age=60',
  'Content-Type': 'text/html',
};

/** Calls each kind of operation, and holds the answers to what the contract and the shop's code say together. */
export async function holdAround(call: typeof fetch, url: string, reports: readonly ErrorReport[]) {
  const cookie = 'shopper=7';
  const send = async (method: string, path: string, init: RequestInit = {}) => {
    const headers = { cookie, origin: SHOP, 'accept-encoding': 'gzip', ...init.headers };
    const answer = await call(url + path, { ...init, method, headers });
    const text = await answer.text();
    const where = `${method} ${path}`;
    expect(reports, where).toEqual([]);
    expect(answer.headers.get('content-type'), where).toBe('application/json');
    expect(answer.headers.get('cache-control'), where).toBe('private, no-store');
    expect(answer.headers.get('x-request-id'), where).toMatch(/^req_\w+$/);
    return { headers: answer.headers, text, status: answer.status };
  };
  const nonce = await send('GET', '/nonce');
  expect(nonce.status).toBe(200);
  const own = nonce.headers;
  expect(own.getSetCookie().map((line) => line.split('=')[0])).toEqual(
    expect.arrayContaining(['shop', 'two', 'XSRF-TOKEN']),
  );
  expect(own.get('vary')).toContain('Cookie');
  expect(own.get('link')).toContain('rel=preload');
  expect(own.get('access-control-allow-origin')).toBe(SHOP);
  expect(own.get('ratelimit-policy')).toMatch(/"shop";q=100;w=60.*, "default";q=/);
  const { nonce: token } = JSON.parse(nonce.text);
  const headers = { 'x-xsrf-token': token, cookie: `${cookie}; XSRF-TOKEN=${token}` };
  const json = { 'content-type': 'application/json' };
  const allowed = { status: 200, text: expect.stringContaining('ALLOWED') };
  expect(await send('GET', '/status')).toMatchObject(allowed);
  expect(await send('HEAD', '/status')).toMatchObject({ status: 404, text: '' });
  const body = '{"productId":"dress-42"}';
  const minted = { status: 200, text: expect.stringContaining('token') };
  expect(await send('POST', '/session', { headers: { ...headers, ...json }, body })).toMatchObject(minted);
  const photo = { headers: { ...headers, 'content-type': FORM_TYPE }, body: form(Buffer.alloc(90_000, 1)) };
  expect(await send('POST', '/proxy/api/analyze', photo as RequestInit)).toMatchObject({ status: 200 });
  expect(await send('POST', '/session', { headers: json, body: '{' })).toMatchObject({ status: 419 });
  expect(await send('GET', '/status')).toMatchObject(allowed);
}

/** What the storefront is told. Laravel's conventions, for then it sets a cookie of its own. */
export function optionsAround(reports: ErrorReport[]) {
  return {
    platform: laravel(),
    guests: true,
    onError: (report: ErrorReport) => void reports.push(report),
  } satisfies Partial<StorefrontOptions>;
}
