/** A signature header taken apart: which text was signed, and the digests it may have. */
export interface ParsedSignature {
  /** Unix seconds, exactly as written: the text is part of what is signed. */
  timestamp: string;
  digests: Buffer[];
}

const SECONDS = /^(?:0|[1-9][0-9]{0,11})$/;
const HEX_SHA256 = /^[0-9a-f]{64}$/;
/** The last letter has two bits that mean nothing: only the spelling with both unset is a signature. */
const BASE64_SHA256 = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;
/** Room for a dozen digests; more is nobody we know. */
const MAX_LENGTH = 2048;

/**
 * Reads `t=<unix>,v1=<hex>[,v1=<hex>…]`. Other versions are skipped, so that one can be added. A second
 * `t`, also one that comes of two headers joined, is refused: which of them was signed would be a guess.
 */
export function parseSignatureHeader(value: string): ParsedSignature | null {
  if (value.length > MAX_LENGTH) return null;
  let timestamp: string | undefined;
  const digests: Buffer[] = [];
  for (const part of value.split(',')) {
    const at = part.indexOf('=');
    if (at < 1) return null;
    const key = part.slice(0, at);
    const text = part.slice(at + 1);
    if (key === 't') {
      if (timestamp !== undefined || !SECONDS.test(text)) return null;
      timestamp = text;
    } else if (key === 'v1') {
      if (!HEX_SHA256.test(text)) return null;
      digests.push(Buffer.from(text, 'hex'));
    } else if (!/^[a-z][a-z0-9]*$/.test(key)) {
      return null;
    }
  }
  return timestamp === undefined || digests.length === 0 ? null : { timestamp, digests };
}

/** Reads the Standard Webhooks pair: `webhook-timestamp` and `webhook-signature: v1,<base64>[ v1,<base64>…]`. */
export function parseStandardSignature(timestamp: string, value: string): ParsedSignature | null {
  if (value.length > MAX_LENGTH || !SECONDS.test(timestamp)) return null;
  const digests: Buffer[] = [];
  for (const part of value.split(' ')) {
    const at = part.indexOf(',');
    if (at < 1) return null;
    if (part.slice(0, at) !== 'v1') continue;
    const text = part.slice(at + 1);
    if (!BASE64_SHA256.test(text)) return null;
    digests.push(Buffer.from(text, 'base64'));
  }
  return digests.length === 0 ? null : { timestamp, digests };
}
