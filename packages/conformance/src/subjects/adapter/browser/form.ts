/** A multipart form as a browser writes it, with a photo that no text codec leaves as it is. */
export interface Form {
  contentType: string;
  body: Buffer;
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function photoForm(fields: Record<string, string>, photoBytes = 24 * 1024): Form {
  const boundary = '----WebKitFormBoundaryGenvoris7MA4YWxkTrZu0gW';
  const parts: Buffer[] = [];
  for (const [name, value] of Object.entries(fields)) {
    parts.push(
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    );
  }
  const disposition = 'form-data; name="photo"; filename="me.png"';
  parts.push(
    Buffer.from(`--${boundary}\r\nContent-Disposition: ${disposition}\r\nContent-Type: image/png\r\n\r\n`),
    photo(photoBytes),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  );
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat(parts) };
}

// Every byte value turns up, so that reading the body as text anywhere on the way shows.
function photo(length: number): Buffer {
  const bytes = Buffer.alloc(Math.max(length, PNG_SIGNATURE.length));
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = (i * 151 + (i >> 8)) & 0xff;
  PNG_SIGNATURE.copy(bytes);
  return bytes;
}
