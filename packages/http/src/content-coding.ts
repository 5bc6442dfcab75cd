import {
  brotliDecompress,
  constants,
  gunzip,
  type InputType,
  inflate,
  inflateRaw,
  zstdDecompress,
} from 'node:zlib';

/** A body without its content codings, or why it cannot be had. */
export type Decoded =
  | { kind: 'decoded'; body: Uint8Array }
  /** `coding` is one that we do not know; it is quoted only where it cannot be anything but a name. */
  | { kind: 'unknown_coding'; coding: string }
  | { kind: 'truncated' | 'damaged'; coding: string; code: string; message: string }
  | { kind: 'too_large' };

type Decompress = (
  body: InputType,
  options: { maxOutputLength: number; params?: Record<number, number> },
  done: (error: Error | null, decoded: Buffer) => void,
) => void;

/** RFC 9110 has some of them under two names. */
const DECOMPRESS: Readonly<Record<string, Decompress>> = Object.assign(Object.create(null), {
  gzip: gunzip,
  'x-gzip': gunzip,
  // Meant is zlib's format; what many servers send for it is the bare stream within.
  deflate: ((body, options, done) =>
    (isZlib(body) ? inflate : inflateRaw)(body, options, done)) as Decompress,
  br: brotliDecompress,
  // RFC 9659: a decoder need not keep a window of more than 8 MB, and ours does not let itself be told to.
  zstd: ((body, options, done) =>
    zstdDecompress(
      body,
      { ...options, params: { [constants.ZSTD_d_windowLogMax]: 23 } },
      done,
    )) as Decompress,
});

/** Each costs a pass over as many bytes as the limit allows; nobody has a use for more. */
const MOST_CODINGS = 4;

/** The codings of a `Content-Encoding`, in the order they were applied; empty for a body that is what it is. */
export function contentCodings(header: string | undefined): string[] {
  if (header === undefined) return [];
  const codings = header.split(',').map((coding) => coding.trim().toLowerCase());
  return codings.filter((coding) => coding !== '' && coding !== 'identity');
}

/** How long a body may be as it came if it may be `limit` bytes long decoded: what does not compress grows a little. */
export function encodedLimit(limit: number): number {
  return limit + Math.ceil(limit / 256) + 1024;
}

/** Undoes content codings; more than `limit` bytes are never put together. An empty body has nothing to undo. */
export async function decodeBody(
  body: Uint8Array,
  codings: readonly string[],
  limit: number,
): Promise<Decoded> {
  if (body.byteLength === 0) return { kind: 'decoded', body };
  const unknown = codings.find((coding) => DECOMPRESS[coding] === undefined);
  if (unknown !== undefined) return { kind: 'unknown_coding', coding: nameOf(unknown) };
  if (codings.length > MOST_CODINGS)
    return { kind: 'unknown_coding', coding: `${codings.length} codings on top of each other` };
  let decoded = body;
  for (const [n, coding] of codings.toReversed().entries()) {
    const last = n === codings.length - 1;
    const result = await decompress(decoded, coding, last ? limit : encodedLimit(limit));
    if (result.kind !== 'decoded') return result;
    decoded = result.body;
  }
  return decoded.byteLength > limit ? { kind: 'too_large' } : { kind: 'decoded', body: decoded };
}

function decompress(body: Uint8Array, coding: string, limit: number): Promise<Decoded> {
  return new Promise((resolve) => {
    // zlib takes no limit of 0.
    DECOMPRESS[coding]?.(body, { maxOutputLength: Math.max(limit, 1) }, (error, decoded) => {
      if (error === null) return resolve({ kind: 'decoded', body: decoded });
      const { code = error.name, message } = error as NodeJS.ErrnoException;
      if (code === 'ERR_BUFFER_TOO_LARGE') return resolve({ kind: 'too_large' });
      resolve({ kind: code === 'Z_BUF_ERROR' ? 'truncated' : 'damaged', coding, code, message });
    });
  });
}

/** RFC 1950, 2.2: the method in the low half of the first byte, and both bytes together a multiple of 31. */
function isZlib(body: InputType): boolean {
  const [first = 0, second = 0] = body as Uint8Array;
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}

/** A header is the server's own text, in which anything may stand, also what it was sent. */
function nameOf(coding: string): string {
  return /^[a-z][a-z0-9-]{0,15}$/.test(coding) ? coding : '(not a name)';
}
