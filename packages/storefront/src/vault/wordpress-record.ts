import { fromBase64 } from './base64.ts';

/** What `wp-config.php` defines under these names. */
export interface WordPressSalts {
  readonly authKey: string;
  readonly secureAuthKey: string;
}

const BLOCK = 16;

/**
 * Opens what the WordPress plugin keeps in `wp_options`: base64 of IV and ciphertext, AES-256-CBC, under the SHA-256 of
 * `AUTH_KEY` and `SECURE_AUTH_KEY` one behind the other, or under their first 32 bytes, which is what OpenSSL takes of
 * a longer key. That form has no tag, so what comes out counts only if it looks like what was put in.
 */
export async function openWordPressRecord(
  record: string,
  { authKey, secureAuthKey }: WordPressSalts,
  looksRight: (secret: string) => boolean,
): Promise<string | undefined> {
  const bytes = fromBase64(record);
  if (bytes === undefined || bytes.byteLength < 2 * BLOCK || bytes.byteLength % BLOCK !== 0) return undefined;
  const salts = new TextEncoder().encode(authKey + secureAuthKey);
  const keys = [new Uint8Array(await crypto.subtle.digest('SHA-256', salts)), salts.slice(0, 32)];
  for (const raw of keys) {
    if (raw.byteLength !== 32) continue;
    const secret = await decrypt(raw, bytes);
    if (secret !== undefined && looksRight(secret)) return secret;
  }
  return undefined;
}

async function decrypt(raw: Uint8Array<ArrayBuffer>, bytes: Uint8Array<ArrayBuffer>) {
  const key = await crypto.subtle.importKey('raw', raw, 'AES-CBC', false, ['decrypt']);
  try {
    const cipher = { name: 'AES-CBC', iv: bytes.subarray(0, BLOCK) };
    const plain = await crypto.subtle.decrypt(cipher, key, bytes.subarray(BLOCK));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain);
  } catch {
    return undefined;
  }
}
