import type { ImageFormat } from './picture.ts';

/** The format that the first bytes name; what the sender calls the file is never asked. */
export function recogniseFormat(bytes: Buffer): ImageFormat | undefined {
  if (bytes.length >= 3 && bytes.readUIntBE(0, 3) === 0xffd8ff) return 'jpeg';
  if (bytes.length >= 8 && bytes.readBigUInt64BE(0) === 0x89504e470d0a1a0an) return 'png';
  if (bytes.length >= 12 && text(bytes, 0) === 'RIFF' && text(bytes, 8) === 'WEBP') return 'webp';
  return undefined;
}

function text(bytes: Buffer, at: number): string {
  return bytes.toString('latin1', at, at + 4);
}
