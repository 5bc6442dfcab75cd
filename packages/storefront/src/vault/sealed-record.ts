import { fromBase64Url, toBase64Url } from './base64.ts';
import type { SealingKey } from './sealing-key.ts';

const FORM = /^gv1\.([0-9a-f]{16})\.([A-Za-z0-9_-]{38,16000})$/;
const IV_BYTES = 12;

/** A record as it is kept: `gv1.<key id>.<base64url of IV, ciphertext and tag>`. */
export interface SealedRecord {
  readonly keyId: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function parseSealedRecord(text: string): SealedRecord | undefined {
  const [, keyId, encoded] = FORM.exec(text) ?? [];
  const bytes = encoded === undefined ? undefined : fromBase64Url(encoded);
  return keyId === undefined || bytes === undefined ? undefined : { keyId, bytes };
}

/** Seals a secret for the place of that name: elsewhere, the record does not open. */
export async function seal(name: string, secret: string, { id, key }: SealingKey): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const plain = new TextEncoder().encode(secret);
  const sealed = new Uint8Array(await crypto.subtle.encrypt(cipher(name, id, iv), key, plain));
  const bytes = new Uint8Array(IV_BYTES + sealed.byteLength);
  bytes.set(iv);
  bytes.set(sealed, IV_BYTES);
  return `gv1.${id}.${toBase64Url(bytes)}`;
}

/** The secret; `undefined` if anything about the record, its name or the key is another than when it was sealed. */
export async function open(
  name: string,
  { keyId, bytes }: SealedRecord,
  { key }: SealingKey,
): Promise<string | undefined> {
  try {
    const iv = bytes.subarray(0, IV_BYTES);
    const plain = await crypto.subtle.decrypt(cipher(name, keyId, iv), key, bytes.subarray(IV_BYTES));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain);
  } catch {
    return undefined;
  }
}

function cipher(name: string, keyId: string, iv: Uint8Array<ArrayBuffer>) {
  const additionalData = new TextEncoder().encode(JSON.stringify(['genvoris vault', 1, keyId, name]));
  return { name: 'AES-GCM', iv, additionalData, tagLength: 128 };
}
