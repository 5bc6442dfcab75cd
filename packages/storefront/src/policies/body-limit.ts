import type { Failure } from '../failure.ts';
import type { StorefrontRequest } from '../request.ts';

/** A body turned out longer than its operation takes. */
export class BodyTooLarge extends Error {
  readonly limit: number;

  constructor(limit: number) {
    super(`the body is over ${limit} bytes`);
    this.name = 'BodyTooLarge';
    this.limit = limit;
  }
}

/** Refuses by what the request announces, before a byte of it is read. */
export function checkAnnouncedLength(request: StorefrontRequest, limit: number): Failure | undefined {
  const announced = request.header('content-length');
  if (announced === undefined) return undefined;
  if (!/^[0-9]{1,15}$/.test(announced))
    return { kind: 'invalid_request', detail: 'Content-Length is not a number.' };
  return Number(announced) > limit ? { kind: 'payload_too_large', limit } : undefined;
}

/** Counts what comes, for a body need not announce its length nor keep to it. */
export async function* counted(source: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.byteLength;
    if (size > limit) throw new BodyTooLarge(limit);
    yield chunk;
  }
}
