import { makeTryon } from '../entitlements/make-tryon.ts';
import { uploadHeaders } from '../guards/request-headers.ts';
import { checkUpload } from '../guards/upload.ts';
import type { ShopperSession } from '../shoppers/sessions.ts';
import { createUpload, type Upload } from '../upstream/upload.ts';
import type { OperationHandler } from './operation.ts';
import { passOn } from './pass-on.ts';

const TOKEN_HEADER = 'x-end-customer-token';

/**
 * `POST /proxy/api/tryon`: streams the photo to the try-on backend, with the store's key and, for a
 * shopper who has a plan, with the shopper's session token. A token that is refused is minted afresh and
 * the call repeated, once. What pays for it is held before a byte of the photo is read.
 */
export const proxyTryon: OperationHandler = async (exchange, services) => {
  const { request, route, shopper, requestId, entitlements } = exchange;
  const { sessions, upstream, uploadGraceMs: graceMs } = services;
  const { signal } = request;
  const refusal = checkUpload(request, route.bodyLimit);
  if (refusal !== undefined) return refusal;

  const send = (body: Upload['first'], as: ShopperSession | undefined) =>
    upstream.call('generateTryon', {
      headers: {
        ...uploadHeaders(request, body),
        'x-request-id': requestId,
        ...(as?.hasPlan === true && { [TOKEN_HEADER]: as.token }),
      },
      body,
      signal,
    });

  const answer = await makeTryon(await entitlements(), shopper, requestId, async () => {
    const session = shopper === null ? undefined : await sessions.get(shopper, request);
    if (session !== undefined && session.kind !== 'session') return session;
    const keep = session?.hasPlan === true;
    const upload = createUpload(request.body, { limit: route.bodyLimit, graceMs, keep });
    if (upload.kind !== 'upload') return upload;
    const first = await send(upload.first, session);
    if (first.kind !== 'upstream_refused' || first.error !== 'invalid_session_token') return first;
    if (shopper === null || session?.hasPlan !== true) return first;
    const fresh = await sessions.mint(shopper, request);
    return fresh.kind === 'session' ? send(upload.again(), fresh) : fresh;
  });
  return answer.kind === 'answered' ? passOn(answer) : answer;
};
