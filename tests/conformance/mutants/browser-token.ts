import { type HttpRequest, header, withHeader } from '@genvoris/testing/http-message';
import type { Memory } from './mutant.ts';

/** Does for the browser what only the browser may do. */
export async function withToken(request: HttpRequest, { adapter }: Memory): Promise<HttpRequest> {
  if (request.method !== 'POST' || header(request, 'x-wp-nonce') !== undefined) return request;
  const headers = {
    cookie: header(request, 'cookie') ?? '',
    'x-forwarded-for': header(request, 'x-forwarded-for') ?? '',
  };
  const answer = await fetch(`${adapter.href}/nonce`, { headers });
  const { nonce, header: name } = (await answer.json()) as { nonce: string; header: string };
  return withHeader(request, name, nonce);
}
