import type { components } from '@genvoris/contract/types/tryon';
import { GenvorisConnectionError, GenvorisUsageError } from '../errors.ts';

/**
 * The form of both try-on calls, with the photo as bytes: JPEG, PNG or WebP, at most 10 MiB.
 *
 * @see openapi/tryon.yaml TryonForm
 */
export type TryonForm = Omit<components['schemas']['TryonForm'], 'photo' | 'variation_count'> & {
  photo: Blob | Uint8Array;
  /** 1 to 4; one when absent. All of them are one try-on. */
  variation_count?: number | undefined;
};

/**
 * Writes the form as multipart; the photo keeps no name of the shopper's. A photo that is a file is read
 * here: one that cannot be read would leave Node's own encoder waiting for ever.
 *
 * @throws GenvorisConnectionError `request_body`; GenvorisUsageError for a photo that is no bytes
 */
export async function toFormData(form: TryonForm): Promise<FormData> {
  const { photo, ...fields } = form;
  if (!(photo instanceof Blob || photo instanceof Uint8Array)) {
    throw new GenvorisUsageError('invalid_call', 'photo', 'must be a Blob or a Uint8Array');
  }
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value != null) data.append(name, String(value));
  }
  const bytes = photo instanceof Blob ? await readBlob(photo) : (photo as Uint8Array<ArrayBuffer>);
  data.append('photo', new Blob([bytes], { type: imageType(bytes) }), 'photo');
  return data;
}

async function readBlob(photo: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await photo.arrayBuffer());
  } catch (cause) {
    throw new GenvorisConnectionError('request_body', 'The photo cannot be read.', { cause });
  }
}

/** By the bytes themselves, as the backend will decide too. */
function imageType(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(12, bytes.byteLength)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'image/webp';
  return 'application/octet-stream';
}
