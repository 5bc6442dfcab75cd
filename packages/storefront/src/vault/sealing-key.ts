const encoder = new TextEncoder();
const SALT = encoder.encode('genvoris vault');

/** What one secret of the host's seals with. */
export interface SealingKey {
  /** What a record names it by: 16 hex digits that tell nothing of the key. */
  readonly id: string;
  readonly key: CryptoKey;
}

/** Derives both from the secret by HKDF-SHA256, each for its purpose. */
export async function deriveSealingKey(secret: string): Promise<SealingKey> {
  const material = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, [
    'deriveBits',
    'deriveKey',
  ]);
  const purpose = (name: string) => {
    const info = encoder.encode(name);
    return { name: 'HKDF', hash: 'SHA-256', salt: SALT, info };
  };
  const cipher = { name: 'AES-GCM', length: 256 };
  const [id, key] = await Promise.all([
    crypto.subtle.deriveBits(purpose('key id, v1'), material, 64),
    crypto.subtle.deriveKey(purpose('AES-256-GCM, v1'), material, cipher, false, ['encrypt', 'decrypt']),
  ]);
  return { id: hex(new Uint8Array(id)), key };
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
