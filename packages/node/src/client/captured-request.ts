import type { TransportBody } from '../transport/types.ts';

/**
 * A `Request` that remembers what its body was made of. The platform's own turns every body into a
 * stream, and from a stream one cannot tell whether it can be sent a second time.
 */
export class CapturedRequest extends Request {
  readonly bodySource: unknown;

  constructor(input: string | URL | Request, init?: RequestInit) {
    super(input, init);
    this.bodySource = init?.body;
  }
}

export interface ReadBody {
  body: TransportBody;
  replayable: boolean;
}

/** The body as it can be sent; everything but a stream is read into memory once and can be sent again. */
export async function readBody(request: Request): Promise<ReadBody> {
  const source = request instanceof CapturedRequest ? request.bodySource : request.body;
  if (source === undefined || source === null) return { body: null, replayable: true };
  if (typeof source === 'string') return { body: source, replayable: true };
  if (isStream(source)) return { body: request.body, replayable: false };
  const bytes = await (source instanceof Blob ? source : request).arrayBuffer();
  return { body: new Uint8Array(bytes), replayable: true };
}

function isStream(source: unknown): boolean {
  return (
    source instanceof ReadableStream ||
    (typeof source === 'object' && source !== null && Symbol.asyncIterator in source)
  );
}
