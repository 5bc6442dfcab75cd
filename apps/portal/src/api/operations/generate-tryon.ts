import { type FormFields, generateTryon as generate } from '../../domain/tryons/generate.ts';
import { passOn } from '../../domain/tryons/pass-on.ts';
import { precheck } from '../../domain/tryons/precheck.ts';
import { receiveForm } from '../upload/upload.ts';
import { defineOperation } from './define.ts';

export const generateTryon = defineOperation(
  'generateTryon',
  async ({ portal, store, request, now }) => {
    // Said as track would say it, in the portal's words.
    if (store.storeStatus === 'SUSPENDED') throw passOn('account_inactive');
    const { headers } = request;
    const sessionToken = headers.get('x-end-customer-token') ?? undefined;
    // A repeat with the same form is debited once; the key of a call to track is another.
    const debitKey = request.idempotencyKey === undefined ? undefined : `tryon:${request.idempotencyKey}`;
    const callOf = ({ page_url }: FormFields) => {
      const origin = headers.get('origin') ?? originOf(page_url);
      return { store, origin, sessionToken, debitKey, now };
    };
    const turn = { owner: store.storeId, signal: request.signal };
    const received = await receiveForm(
      request,
      turn,
      (file) => portal.pictures.for(turn).read(file),
      (fields) => precheck(portal, callOf(fields)),
    );
    const body = await generate(portal, {
      ...callOf(received.fields),
      ...received,
      apiKey: request.apiKey,
      requestId: request.id,
      signal: request.signal,
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
