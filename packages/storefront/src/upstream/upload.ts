import { limitBody, pacedBody } from '@genvoris/http';
import { BodyFailure, tooSlow } from '../exchange/failure.ts';
import type { RequestBody } from '../exchange/request.ts';

/** A request body on its way upstream. */
export interface Upload {
  kind: 'upload';
  /** What the first attempt sends. */
  readonly first: Uint8Array | AsyncIterable<Uint8Array>;
  /** What a repeat sends: all that was read before, then what still comes. Only of an upload that is kept. */
  again(): Uint8Array | AsyncIterable<Uint8Array>;
}

/**
 * Chunks go upstream as they arrive. With `keep`, references to them stay, so that the call can be
 * repeated; the body limit bounds them. A stream that passes the limit, or comes too slowly, throws a `BodyFailure`.
 */
export function createUpload(
  body: RequestBody,
  { limit, graceMs, keep = false }: { limit: number; graceMs: number; keep?: boolean },
): Upload | { kind: 'payload_too_large'; limit: number } {
  const arrived = body.arrived();
  if (arrived !== undefined) {
    if (arrived.byteLength > limit) return { kind: 'payload_too_large', limit };
    return { kind: 'upload', first: arrived, again: () => arrived };
  }
  const tooLarge = () => new BodyFailure({ kind: 'payload_too_large', limit });
  const source = pacedBody(limitBody(body.stream(), limit, tooLarge), graceMs, tooSlow);
  if (!keep) return { kind: 'upload', first: source, again: () => source };

  let kept: Uint8Array[] | undefined = [];
  let pending: Promise<IteratorResult<Uint8Array>> | undefined;
  const read = () => {
    // An attempt that ended while it waited left its read behind: the next one takes it over.
    pending ??= source.next().then((result) => {
      pending = undefined;
      if (!result.done) kept?.push(result.value);
      return result;
    });
    return pending;
  };
  async function* rest() {
    for (let result = await read(); !result.done; result = await read()) yield result.value;
  }
  return {
    kind: 'upload',
    first: rest(),
    async *again() {
      const before = kept ?? [];
      kept = undefined;
      yield* before;
      yield* rest();
    },
  };
}
