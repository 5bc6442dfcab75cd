import { Refusal } from '../http/refusal.ts';
import { createGate } from '../photo/gate.ts';
import { readTryonForm, type TryonForm } from './read-form.ts';
import { toRefusal } from './read-photo.ts';

/** Forms are held in memory while they arrive: 16 of them are 160 MB. The others wait at their sockets. */
const uploads = createGate({ atOnce: 16, waiting: 256 });
/** Or sixteen slow senders would keep everybody out. */
const WITHIN_MS = 30_000;

/** Reads the form of a try-on call. @throws Refusal */
export async function receiveForm(
  body: AsyncIterable<Uint8Array>,
  contentType: string | null,
): Promise<TryonForm> {
  try {
    return await uploads.run(() => readTryonForm(within(WITHIN_MS, body), contentType));
  } catch (error) {
    throw toRefusal(error);
  }
}

async function* within(ms: number, body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const parts = body[Symbol.asyncIterator]();
  const late = AbortSignal.timeout(ms);
  const tooLate = new Promise<never>((_, reject) => {
    late.addEventListener('abort', () =>
      reject(new Refusal('invalid_request', { detail: 'The form took too long.' })),
    );
  });
  tooLate.catch(() => {});
  try {
    for (;;) {
      const next = await Promise.race([parts.next(), tooLate]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Not awaited: a sender that stalls would stall this too.
    void parts.return?.().catch(() => {});
  }
}
