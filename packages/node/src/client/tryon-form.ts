import type { components } from '@genvoris/contract/types/tryon';

/** The form of both try-on calls, with the photo as bytes: JPEG, PNG or WebP, at most 10 MiB. */
export type TryonForm = Omit<components['schemas']['TryonForm'], 'photo' | 'variation_count'> & {
  photo: Blob | Uint8Array;
  /** 1 to 4; one when absent. All of them are one try-on. */
  variation_count?: number | undefined;
};

/** Writes the form as multipart; the photo keeps no name of the shopper's. */
export function toFormData(form: TryonForm): FormData {
  const { photo, ...fields } = form;
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) data.append(name, String(value));
  }
  data.append('photo', photo instanceof Blob ? photo : toBlob(photo), 'photo');
  return data;
}

function toBlob(bytes: Uint8Array): Blob {
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: imageType(bytes) });
}

/** By the bytes themselves, as the backend will decide too. */
function imageType(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(12, bytes.byteLength)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'image/webp';
  return 'application/octet-stream';
}
