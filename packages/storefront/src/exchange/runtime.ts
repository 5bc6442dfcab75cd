import type { Awaitable } from './request.ts';

/** Signs a text with HMAC-SHA256 and returns lower-case hex. */
export type Signer = (text: string) => Awaitable<string>;

/** What one JavaScript runtime does better than another. A host brings it. */
export interface Runtime {
  createSigner(key: string): Signer;
}
