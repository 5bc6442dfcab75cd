import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';

/**
 * Whether a text is somewhere in these bytes, as it is or in a form that a program could plausibly have
 * given it: hex, base64 at any alignment, percent-encoded, JSON-escaped, UTF-16, reversed.
 */
export function findTrace(bytes: Uint8Array, text: string): string | undefined {
  const haystack = Buffer.from(bytes);
  for (const [form, needle] of formsOf(text)) {
    if (haystack.includes(needle)) return form;
  }
  const folded = haystack.toString('latin1').toLowerCase();
  const hex = Buffer.from(text).toString('hex');
  if (folded.includes(hex)) return 'hex';
  if (folded.includes(text.toLowerCase())) return 'another case';
  return undefined;
}

const forms = new Map<string, [string, Buffer][]>();

function formsOf(text: string): [string, Buffer][] {
  let known = forms.get(text);
  if (!known) {
    const percent = [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    const escaped = [...text]
      .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('');
    known = [
      ['plain text', Buffer.from(text)],
      ['plain text, reversed', Buffer.from([...text].reverse().join(''))],
      ['percent-encoding', Buffer.from(percent)],
      ['percent-encoding', Buffer.from(percent.toUpperCase())],
      ['JSON escapes', Buffer.from(escaped)],
      ['UTF-16', Buffer.from(text, 'utf16le')],
      ...[0, 1, 2].flatMap((offset) => base64Forms(text, offset)),
    ];
    forms.set(text, known);
  }
  return known;
}

// Base64 of the same text differs by where in the encoded bytes it begins; the letters at its edges also
// carry bits of the neighbours and are left out.
function base64Forms(text: string, offset: number): [string, Buffer][] {
  const padded = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
  const encoded = padded.toString('base64').replace(/=+$/, '');
  const start = offset === 0 ? 0 : offset + 1;
  const core = encoded.slice(start, encoded.length - 1);
  const url = core.replaceAll('+', '-').replaceAll('/', '_');
  return [
    ['base64', Buffer.from(core)],
    ['base64url', Buffer.from(url)],
  ];
}

type Undo = (bytes: Uint8Array, bound: { maxOutputLength: number }) => Buffer;

/** A server may write `deflate` for either form, and a coding under an older name. */
const UNDO = new Map<string, readonly Undo[]>([
  ['gzip', [gunzipSync]],
  ['x-gzip', [gunzipSync]],
  ['deflate', [inflateSync, inflateRawSync]],
  ['br', [brotliDecompressSync]],
  ['zstd', [zstdDecompressSync]],
]);
/** Twice what the contract's largest answer may be: an adapter under judgement may send a bomb. */
const BOUND = { maxOutputLength: 64 * 1024 * 1024 };

/** The body as sent and, where it was compressed, as it was before each compression; as it was meant comes last. */
export function readings(body: Uint8Array, contentEncoding = ''): Uint8Array[] {
  const all = [body];
  const codings = contentEncoding.split(',').map((coding) => coding.trim().toLowerCase());
  for (const coding of codings.filter((each) => each !== '' && each !== 'identity').reverse()) {
    // A body cut short, or in a coding nobody knows, cannot be read; what came is searched as it is.
    const undone = undo(all.at(-1) ?? body, UNDO.get(coding) ?? []);
    if (undone === undefined) break;
    all.push(undone);
  }
  return all;
}

function undo(bytes: Uint8Array, ways: readonly Undo[]): Buffer | undefined {
  for (const way of ways) {
    try {
      return way(bytes, BOUND);
    } catch {}
  }
  return undefined;
}
