import type { Awaitable } from './request.ts';

/** Signs a text with HMAC-SHA256 and answers lower-case hex. */
export type Signer = (text: string) => Awaitable<string>;

/** What a host does better than the Web APIs. An adapter brings its own; the default works everywhere. */
export interface Platform {
  createSigner(key: string): Signer;
}

/** `crypto.subtle` only. Each call goes through a thread pool, which costs more than the hashing. */
export const webPlatform: Platform = {
  createSigner(key) {
    const encoder = new TextEncoder();
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    let imported: Promise<CryptoKey> | undefined;
    return async (text) => {
      imported ??= crypto.subtle.importKey('raw', encoder.encode(key), algorithm, false, ['sign']);
      const digest = await crypto.subtle.sign('HMAC', await imported, encoder.encode(text));
      return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    };
  },
};
