import { generateTryon as generate } from '../tryon/generate.ts';
import { passOn } from '../tryon/pass-on.ts';
import { receiveForm } from '../tryon/upload.ts';
import { defineOperation } from './define.ts';

export const generateTryon = defineOperation(
  'generateTryon',
  async ({ portal, store, request, now }) => {
    // Said as track would say it, in the portal's words.
    if (store.storeStatus === 'SUSPENDED') throw passOn('account_inactive');
    const { headers } = request;
    const form = await receiveForm(request.stream(), headers.get('content-type'));
    const body = await generate(portal, {
      store,
      form,
      apiKey: request.apiKey,
      origin: headers.get('origin') ?? originOf(form.page_url),
      sessionToken: headers.get('x-end-customer-token') ?? undefined,
      signal: request.signal,
      idempotencyKey: request.idempotencyKey,
      now,
    });
    return { status: 200, body, headers: { 'X-Genvoris-Engine': portal.engine.name } };
  },
  { work: 'own', streams: true, servesSuspended: true },
);

/** A proxy calls from server to server; the page the shopper is on says which shop it is. */
function originOf(pageUrl: string | undefined): string | undefined {
  const url = pageUrl === undefined ? null : URL.parse(pageUrl);
  return url && url.origin !== 'null' ? url.origin : undefined;
}
