import { createHash } from 'node:crypto';
import { OPERATIONS } from '@genvoris/contract';
import type { FormFields, ReceivedForm } from '../../domain/tryons/generate.ts';
import { readPhoto, toApiError } from '../../domain/tryons/read-photo.ts';
import { ApiError } from '../../foundation/api-error.ts';
import type { Pictures } from '../../images/pictures/pictures.ts';
import { readTryonForm } from './read-form.ts';
import { withRoom } from './upload-limiter.ts';

interface Upload {
  readonly storeId: string;
  readonly headers: Headers;
  readonly stream: () => AsyncIterable<Uint8Array>;
}

const MEBIBYTE = 1_048_576;
/** The largest body there is; what does not say its length counts as this. */
const MOST_BYTES = Math.max(OPERATIONS.analyzePhoto.bodyLimit, OPERATIONS.generateTryon.bodyLimit);
/** Or a few slow senders would keep everybody out. */
const WITHIN_MS = 30_000;

/**
 * Receives the form of a try-on call and reads its photo. `check` may refuse what the fields ask for before
 * anything is decoded. @throws ApiError
 */
export async function receiveForm(
  pictures: Pictures,
  { storeId, headers, stream }: Upload,
  check: (fields: FormFields) => Promise<void> = async () => {},
): Promise<ReceivedForm> {
  const said = Number(headers.get('content-length') ?? MOST_BYTES);
  const size = Math.min(MOST_BYTES, Math.max(MEBIBYTE, said || 0));
  try {
    return await withRoom(storeId, size, async () => {
      const { photo: file, ...fields } = await readTryonForm(
        within(WITHIN_MS, stream()),
        headers.get('content-type'),
        size,
      );
      await check(fields);
      const photoHash = createHash('sha256').update(file).digest('hex');
      return { fields, photoHash, photo: await readPhoto(pictures, file) };
    });
  } catch (error) {
    throw toApiError(error);
  }
}

async function* within(ms: number, body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const parts = body[Symbol.asyncIterator]();
  const late = AbortSignal.timeout(ms);
  const tooLate = new Promise<never>((_, reject) => {
    late.addEventListener('abort', () =>
      reject(new ApiError('invalid_request', { detail: 'The form took too long.' })),
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
