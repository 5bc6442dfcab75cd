const ORIENTATION = 0x0112;
const SHORT = 3;

/**
 * Returns the EXIF orientation (1 to 8) in a TIFF structure; undefined if there is none.
 *
 * Only the first directory is looked through: a reader that follows all there are can be kept busy by a few bytes.
 *
 * @see TIFF 6.0, section 2
 */
export function readOrientation(tiff: Buffer): number | undefined {
  const order = tiff.toString('latin1', 0, 4);
  if (tiff.length < 8 || (order !== 'MM\0*' && order !== 'II*\0')) return undefined;
  const big = order === 'MM\0*';
  const short = (at: number) => (big ? tiff.readUInt16BE(at) : tiff.readUInt16LE(at));
  const start = big ? tiff.readUInt32BE(4) : tiff.readUInt32LE(4);
  if (start + 2 > tiff.length) return undefined;
  const end = Math.min(tiff.length - 12, start + 2 + 12 * (short(start) - 1));
  for (let at = start + 2; at <= end; at += 12) {
    if (short(at) !== ORIENTATION) continue;
    const value = short(at + 8);
    return short(at + 2) === SHORT && value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** A TIFF structure that says the orientation and nothing else. */
export function orientationOnly(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
