import { child } from '../contract/document.ts';
import { isObject, type JsonObject } from '../contract/json.ts';
import { SpecError } from '../contract/spec-error.ts';
import { header, literal } from './source-text.ts';

const FILE = 'openapi/shared/photo.yaml';
const PHOTO = '/TryonForm/properties/photo';
const FIELDS = {
  minSide: 'Pixels of the shorter side.',
  maxSide: 'Pixels of the longer side.',
  maxPixels: 'Width times height, decoded.',
  maxHeldPixels: 'The same of a progressive JPEG, a WebP or a PNG of 16 bits, which cost a decoder more.',
  maxInterlacedPixels: 'The same of an interlaced PNG.',
  maxScans: 'Scans of a JPEG.',
};

/** Source of `gen/photo.ts`: how large a photo may be, which JSON Schema cannot say of a picture. */
export function photoSource(shared: ReadonlyMap<string, JsonObject>): string {
  const at = child(shared.get(FILE), ...PHOTO.slice(1).split('/'));
  if (!isObject(at)) throw new SpecError(FILE, PHOTO, 'is missing');
  const { maxLength: maxBytes, 'x-picture': picture } = at;
  if (typeof maxBytes !== 'number') throw new SpecError(FILE, `${PHOTO}/maxLength`, 'is missing');
  if (!isObject(picture)) throw new SpecError(FILE, `${PHOTO}/x-picture`, 'is missing or not a map');
  for (const field of Object.keys(FIELDS)) {
    if (!Number.isSafeInteger(picture[field]))
      throw new SpecError(FILE, `${PHOTO}/x-picture/${field}`, 'is not a whole number');
  }
  for (const field of Object.keys(picture)) {
    if (!Object.hasOwn(FIELDS, field))
      throw new SpecError(
        FILE,
        `${PHOTO}/x-picture/${field}`,
        `is none of ${Object.keys(FIELDS).join(', ')}`,
      );
  }
  return `${header(FILE)}
export interface PhotoBounds {
  /** Bytes of the file. */
  readonly maxBytes: number;
${Object.entries(FIELDS)
  .map(([field, text]) => `  /** ${text} */\n  readonly ${field}: number;\n`)
  .join('')}}

/** How large a photo may be. */
export const PHOTO_BOUNDS: PhotoBounds = ${literal({ maxBytes, ...picture })};
`;
}
