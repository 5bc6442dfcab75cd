import { PHOTO_BOUNDS } from '@genvoris/contract';
import { createTransport } from '@genvoris/node';
import { createGate, GateFullError } from '../../foundation/gate.ts';
import { toBarePicture } from '../photo/bare/to-bare-picture.ts';
import { recogniseFormat } from '../photo/image-format.ts';
import { type Picture, PictureRejectedError } from '../photo/picture.ts';
import { EngineError, type GenerationRequest, type TryonEngine } from './engine.ts';

export interface HttpEngineOptions {
  /** Where the model server takes its jobs. Named by the operator, so that it may be a private address. */
  readonly url: string;
  /** Sent as a bearer token. */
  readonly token?: string | undefined;
  /** Until the last byte of the answer. Default one minute. */
  readonly timeoutMs?: number;
  /** More headers of a request, asked for at each. */
  readonly headers?: () => Readonly<Record<string, string>>;
}

/** The contract's answer holds four pictures of up to 16 MiB of base64 in 32 MiB. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;
const MAX_PICTURE_BYTES = 12 * 1024 * 1024 - 64;
const MAX_ALL_BYTES = 24 * 1024 * 1024;
const CONNECTIONS = 8;

/**
 * Forwards the work to a model server:
 *
 *     POST <url>   multipart/form-data: photo, garment (files), product_type, product_title?, variations
 *     200          application/json {"images": ["<base64 or data URL>", …]}, or one image/* for one variation
 */
export function createHttpEngine({
  url,
  token,
  timeoutMs = 60_000,
  headers = () => ({}),
}: HttpEngineOptions): TryonEngine {
  const target = new URL(url);
  const transport = createTransport({
    timeoutMs,
    maxBytes: MAX_ANSWER_BYTES,
    connections: CONNECTIONS,
    keepAliveMs: 10_000,
  });
  const gate = createGate({ room: CONNECTIONS, share: CONNECTIONS - 2, waiting: 32 });
  return {
    name: 'http',
    async generate(request) {
      try {
        return await gate.run(request, () => ask(request));
      } catch (error) {
        if (error instanceof EngineError || error instanceof GateFullError) throw error;
        throw unavailable('The model server did not answer.', error);
      }
    },
    close: () => transport.close(),
  };

  async function ask(request: GenerationRequest): Promise<readonly Picture[]> {
    const { body, type } = await toMultipart(request);
    const answer = await transport.request({
      method: 'POST',
      url: target.origin + target.pathname + target.search,
      headers: {
        ...headers(),
        'content-type': type,
        accept: 'application/json, image/png, image/jpeg, image/webp',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body,
      signal: request.signal,
    });
    if (!answer.ok) {
      if (answer.failure.kind === 'too_large')
        throw unavailable('The model server answered more than 32 MiB.');
      throw unavailable('The model server did not answer.', answer.failure);
    }
    if (answer.status !== 200) throw unavailable(`The model server answered ${answer.status}.`);
    const bytes = Buffer.from(answer.body.buffer, answer.body.byteOffset, answer.body.byteLength);
    return toPictures(bytes, answer.headers['content-type'] ?? '', request.variations);
  }
}

async function toMultipart(request: GenerationRequest): Promise<{ body: Buffer; type: string }> {
  const form = new FormData();
  form.append('photo', blob(request.photo), `photo.${request.photo.format}`);
  form.append('garment', blob(request.garment), `garment.${request.garment.format}`);
  form.append('product_type', request.productType);
  if (request.productTitle !== undefined) form.append('product_title', request.productTitle);
  form.append('variations', String(request.variations));
  const encoded = new Response(form);
  return { body: Buffer.from(await encoded.arrayBuffer()), type: encoded.headers.get('content-type') ?? '' };
}

function blob({ bytes, format }: Picture): Blob {
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: `image/${format}` });
}

function toPictures(bytes: Buffer, contentType: string, variations: number): Picture[] {
  const files = contentType.startsWith('image/') ? [bytes] : filesOf(bytes);
  if (files.length !== variations) {
    throw unavailable(`The model server answered ${files.length} pictures instead of ${variations}.`);
  }
  if (files.reduce((sum, { length }) => sum + length, 0) > MAX_ALL_BYTES) {
    throw unavailable('The pictures of the model server are too large.');
  }
  return files.map(toPicture);
}

function filesOf(bytes: Buffer): Buffer[] {
  try {
    const { images } = JSON.parse(bytes.toString('utf8')) as { images: unknown };
    if (!Array.isArray(images)) throw new TypeError('no images');
    return images.slice(0, 16).map((image) => {
      if (typeof image !== 'string') throw new TypeError('an image is no text');
      return Buffer.from(image.replace(/^data:[^,]{0,100},/, ''), 'base64');
    });
  } catch (cause) {
    throw unavailable('The model server answered no pictures.', cause);
  }
}

function toPicture(bytes: Buffer): Picture {
  const format = recogniseFormat(bytes);
  if (!format || bytes.length > MAX_PICTURE_BYTES)
    throw unavailable('A picture of the model server cannot be used.');
  try {
    // By its header: a decoder is not let loose on it in this process.
    const { width, height } = toBarePicture(bytes, format);
    if (width * height > PHOTO_BOUNDS.maxPixels || Math.max(width, height) > PHOTO_BOUNDS.maxSide)
      throw new PictureRejectedError('too_many_pixels', 'too large');
    return { bytes, format, width, height };
  } catch (cause) {
    throw unavailable('A picture of the model server cannot be read.', cause);
  }
}

function unavailable(message: string, cause?: unknown): EngineError {
  return new EngineError('unavailable', message, cause === undefined ? undefined : { cause });
}
