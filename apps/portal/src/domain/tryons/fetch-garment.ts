import { PHOTO_BOUNDS } from '@genvoris/contract';
import { ApiError } from '../../foundation/api-error.ts';
import type { Egress, EgressResult } from '../../foundation/egress/egress.ts';
import { AbandonedError, createGate, type Turn } from '../../foundation/gate.ts';
import { type Picture, PictureRejectedError } from '../../images/photo/picture.ts';
import type { Pictures } from '../../images/pictures/pictures.ts';
import { toApiError } from './to-api-error.ts';

const BOUNDS = { timeoutMs: 8_000, maxBytes: PHOTO_BOUNDS.maxBytes };
/** Each may be of 10 MiB, and come slowly; a store has half of them at most. */
const fetching = createGate({ room: 16, share: 8, waiting: 32 });
/** Product pictures may be small; under this there is nothing to see. */
const MIN_SIDE = 32;

/**
 * Fetches the product's picture from where the shop says it is.
 *
 * @throws ApiError `invalid_request` if there is no usable picture there, `upstream_unreachable` if trying
 *   again may help.
 */
export async function fetchGarment(
  { egress, pictures }: { egress: Egress; pictures: Pictures },
  turn: Turn,
  url: string,
): Promise<Picture> {
  try {
    return await fetching.run(turn, () => fetchPicture(egress, pictures, turn, url));
  } catch (error) {
    throw toApiError(error);
  }
}

async function fetchPicture(egress: Egress, pictures: Pictures, turn: Turn, url: string): Promise<Picture> {
  const result = await egress.send({
    url,
    allowHttp: true,
    headers: { accept: 'image/webp, image/png, image/jpeg', 'user-agent': 'Genvoris-Portal' },
    ...BOUNDS,
    ...(turn.signal && { signal: turn.signal }),
  });
  if (turn.signal?.aborted) throw new AbandonedError();
  const bytes = bytesOf(result);
  try {
    return (await pictures.for(turn).read(bytes, { keepAlpha: true, minSide: MIN_SIDE })).picture;
  } catch (error) {
    if (!(error instanceof PictureRejectedError)) throw error;
    throw invalid('must lead to a JPEG, PNG or WebP picture of at most 40 million pixels');
  }
}

function bytesOf(result: EgressResult): Buffer {
  if (result.ok) {
    if (result.status === 200) return result.body;
    if (result.status >= 500 || result.status === 429) throw unreachable();
    // A caller who may name an address learns no more of what is behind it than that it is no picture.
    throw invalid('does not lead to a picture');
  }
  switch (result.failure) {
    case 'url_refused':
    case 'address_refused':
      throw invalid('must be a public http or https address');
    case 'unresolvable':
    case 'undecodable':
      throw invalid('does not lead to a picture');
    case 'too_large':
      throw invalid('must lead to a picture of at most 10 MiB');
    case 'timeout':
    case 'unreachable':
      throw unreachable();
  }
}

function invalid(sentence: string): ApiError {
  return new ApiError('invalid_request', { detail: `The field "product_image_url" ${sentence}.` });
}

function unreachable(): ApiError {
  return new ApiError('upstream_unreachable', { detail: 'The picture of the product cannot be reached.' });
}
