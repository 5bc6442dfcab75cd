export interface Form {
  contentType: string;
  body: Buffer;
}

/** A multipart form as a browser writes it, with a photo as its last field. */
export function multipart(
  boundary: string,
  fields: Readonly<Record<string, string>>,
  photo: { readonly bytes: Uint8Array; readonly type: string; readonly filename: string } | undefined,
): Form {
  const head = (disposition: string) => `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n`;
  const parts: Uint8Array[] = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`${head(`name="${name}"`)}\r\n${value}\r\n`),
  );
  if (photo) {
    const first = `${head(`name="photo"; filename="${photo.filename}"`)}Content-Type: ${photo.type}\r\n\r\n`;
    parts.push(Buffer.from(first), photo.bytes, Buffer.from('\r\n'));
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`));
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat(parts) };
}
