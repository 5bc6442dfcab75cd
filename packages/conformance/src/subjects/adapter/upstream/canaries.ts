import { randomBytes } from 'node:crypto';

/** Texts that are planted in one place and must not turn up in another. The key and the internal secret are the adapter's own; the rest is made up per run. */
export interface Canaries {
  apiKey: string;
  internalSecret: string | undefined;
  /** In the message, the detail and an unknown field of every upstream error body. */
  upstreamBody: string;
  /** In headers of every upstream answer that are none of the browser's business. */
  upstreamHeader: string;
  /** In the browser's cookies, beside the shopper's own. */
  cookie: string;
  /** In every other header and field that a browser could smuggle upstream. */
  client: string;
}

export function createCanaries(apiKey: string, internalSecret: string | undefined): Canaries {
  const mark = () => randomBytes(12).toString('hex');
  return {
    apiKey,
    internalSecret,
    upstreamBody: `canary-body-${mark()}`,
    upstreamHeader: `canary-header-${mark()}`,
    cookie: `canary-cookie-${mark()}`,
    client: `canary-client-${mark()}`,
  };
}
