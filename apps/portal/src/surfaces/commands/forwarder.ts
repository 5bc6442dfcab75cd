import { createHmac } from 'node:crypto';
import { signWebhook } from '@genvoris/node/webhooks';

/** What became of one event that was passed on. */
export interface Forwarded {
  readonly id: string;
  readonly type: string;
  readonly status: number | undefined;
  readonly milliseconds: number;
  readonly error: string | undefined;
}

const TIMEOUT_MS = 10_000;

/** The secret that `portal listen` signs with: the same for a key at every start, and no other key's. */
export function listenSecret(key: string): string {
  return `whsec_${createHmac('sha256', key).update('genvoris-portal-listen').digest('base64')}`;
}

/** Posts an event as the portal would: the same body, both signatures, no redirect, ten seconds. */
export async function forwardEvent(url: string, secret: string, body: string): Promise<Forwarded> {
  const { id, type } = JSON.parse(body) as { id: string; type: string };
  const started = performance.now();
  const done = (status: number | undefined, error?: string): Forwarded => ({
    id,
    type,
    status,
    error,
    milliseconds: Math.round(performance.now() - started),
  });
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Genvoris-Webhooks',
        ...signWebhook(body, { id, type, delivery: `whd_${id.slice(4)}` }, secret),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel().catch(() => {});
    return done(response.status);
  } catch (error) {
    const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
    const { cause } = error as { cause?: { code?: string } };
    return done(
      undefined,
      timedOut ? 'no answer within 10 seconds' : (cause?.code ?? 'the connection failed'),
    );
  }
}
