import type { Failure } from '../exchange/failure.ts';
import type { StorefrontRequest } from '../exchange/request.ts';

/** Refuses by what the request announces, before a byte of it is read. */
export function checkAnnouncedLength(request: StorefrontRequest, limit: number): Failure | undefined {
  const announced = request.header('content-length');
  if (announced === undefined) return undefined;
  if (!/^[0-9]{1,15}$/.test(announced))
    return { kind: 'invalid_request', detail: 'Content-Length is not a number.' };
  return Number(announced) > limit ? { kind: 'payload_too_large', limit } : undefined;
}
