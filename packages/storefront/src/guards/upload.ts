import type { Failure } from '../exchange/failure.ts';
import type { StorefrontRequest } from '../exchange/request.ts';
import { checkAnnouncedLength } from './body-limit.ts';

const MULTIPART =
  /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"[^"\r\n]{1,70}"|[^\s";,]{1,70})\s*(?:;|$)/i;

/** Uploads are forms with a boundary and not too long; what is not is refused before it is read. */
export function checkUpload(request: StorefrontRequest, limit: number): Failure | undefined {
  if (!MULTIPART.test(request.header('content-type') ?? ''))
    return { kind: 'invalid_request', detail: 'Content-Type must be multipart/form-data with a boundary.' };
  return checkAnnouncedLength(request, limit);
}
