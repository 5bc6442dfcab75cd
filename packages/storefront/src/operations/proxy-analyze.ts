import { checkPermission } from '../entitlements/permission.ts';
import { uploadHeaders } from '../guards/request-headers.ts';
import { checkUpload } from '../guards/upload.ts';
import { createUpload } from '../upstream/upload.ts';
import type { OperationHandler } from './operation.ts';
import { passOn } from './pass-on.ts';

/** `POST /proxy/api/analyze`: streams the photo to the try-on backend, with the store's key. */
export const proxyAnalyze: OperationHandler = async (
  { request, route, shopper, entitlements },
  { upstream, uploadGraceMs },
) => {
  const refusal =
    (await checkPermission(await entitlements(), shopper)) ?? checkUpload(request, route.bodyLimit);
  if (refusal !== undefined) return refusal;
  const upload = createUpload(request.body, { limit: route.bodyLimit, graceMs: uploadGraceMs });
  if (upload.kind !== 'upload') return upload;
  const answer = await upstream.call('analyzePhoto', {
    headers: uploadHeaders(request, upload.first),
    body: upload.first,
    signal: request.signal,
  });
  return answer.kind === 'answered' ? passOn(answer) : answer;
};
