import { createHash } from 'node:crypto';
import { OPERATIONS } from '@genvoris/contract';
import { pacedBody } from '@genvoris/http';
import type { FormFields, ReceivedForm } from '../../domain/tryons/generate.ts';
import { toApiError } from '../../domain/tryons/to-api-error.ts';
import { ApiError } from '../../foundation/api-error.ts';
import { createGate, type Turn } from '../../foundation/gate.ts';
import { readTryonForm } from './read-form.ts';

interface Upload {
  readonly headers: Headers;
  readonly stream: () => AsyncIterable<Uint8Array>;
}

const MEBIBYTE = 1_048_576;
/**
 * Of files in memory (bytes), from the first byte until they are decoded; the others wait at their sockets. Of one store
 * a third: else a few slow senders at one shop would keep the shoppers of all others out.
 */
const inMemory = createGate({ room: 96 * MEBIBYTE, share: 32 * MEBIBYTE, waiting: 32 });
/** The largest body there is; what does not say its length counts as this. */
const MOST_BYTES = Math.max(OPERATIONS.analyzePhoto.bodyLimit, OPERATIONS.generateTryon.bodyLimit);
/** Beside a second for each 50 kB, as a storefront waits for a shopper: a few slow senders must not keep everybody out. */
const GRACE_MS = 30_000;
const tooSlow = () => new ApiError('invalid_request', { detail: 'The form took too long.' });

/**
 * Receives the form of a try-on call and lets `read` have its photo. `check` may refuse what the fields ask for before
 * that. @throws ApiError; AbandonedError
 */
export async function receiveForm<Photo>(
  { headers, stream }: Upload,
  turn: Turn,
  read: (file: Buffer) => Promise<Photo>,
  check: (fields: FormFields) => Promise<void> = async () => {},
): Promise<ReceivedForm<Photo>> {
  const said = Number(headers.get('content-length') ?? MOST_BYTES);
  const size = Math.min(MOST_BYTES, Math.max(MEBIBYTE, said || 0));
  try {
    const work = async () => {
      const { photo: file, ...fields } = await readTryonForm(
        pacedBody(stream(), GRACE_MS, tooSlow),
        headers.get('content-type'),
        size,
      );
      await check(fields);
      const photoHash = createHash('sha256').update(file).digest('hex');
      return { fields, photoHash, photo: await read(file) };
    };
    return await inMemory.run(turn, work, size);
  } catch (error) {
    throw toApiError(error);
  }
}
