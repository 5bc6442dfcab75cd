import { type Form, multipart } from '../../../core/http/multipart.ts';

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A form as a browser writes it, with a photo that no text codec leaves as it is. */
export function photoForm(fields: Record<string, string>, photoBytes = 24 * 1024): Form {
  const bytes = photo(photoBytes);
  const boundary = '----WebKitFormBoundaryGenvoris7MA4YWxkTrZu0gW';
  return multipart(boundary, fields, { bytes, type: 'image/png', filename: 'me.png' });
}

// Every byte value turns up, so that reading the body as text anywhere on the way shows.
const PATTERN = Buffer.from(Array.from({ length: 65_536 }, (_, i) => (i * 151 + (i >> 8)) & 0xff));

function photo(length: number): Buffer {
  const bytes = Buffer.alloc(Math.max(length, PNG_SIGNATURE.length), PATTERN);
  PNG_SIGNATURE.copy(bytes);
  return bytes;
}
