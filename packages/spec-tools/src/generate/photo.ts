import { child } from '../contract/document.ts';
import { isObject, type JsonObject } from '../contract/json.ts';
import { SpecError } from '../contract/spec-error.ts';
import { header, literal } from './source-text.ts';

const FILE = 'openapi/shared/photo.yaml';
const PHOTO = '/TryonForm/properties/photo';
const FIELDS = ['minSide', 'maxSide', 'maxPixels'];

/** Source of `gen/photo.ts`: how large a photo may be, which JSON Schema cannot say of a picture. */
export function photoSource(shared: ReadonlyMap<string, JsonObject>): string {
  const at = child(shared.get(FILE), ...PHOTO.slice(1).split('/'));
  if (!isObject(at)) throw new SpecError(FILE, PHOTO, 'is missing');
  const { maxLength: maxBytes, 'x-picture': picture } = at;
  if (typeof maxBytes !== 'number') throw new SpecError(FILE, `${PHOTO}/maxLength`, 'is missing');
  if (!isObject(picture)) throw new SpecError(FILE, `${PHOTO}/x-picture`, 'is missing or not a map');
  for (const field of FIELDS) {
    if (!Number.isSafeInteger(picture[field]))
      throw new SpecError(FILE, `${PHOTO}/x-picture/${field}`, 'is not a whole number of pixels');
  }
  for (const field of Object.keys(picture)) {
    if (!FIELDS.includes(field))
      throw new SpecError(FILE, `${PHOTO}/x-picture/${field}`, `is none of ${FIELDS.join(', ')}`);
  }
  return `${header(FILE)}
export interface PhotoBounds {
  /** Bytes of the file. */
  readonly maxBytes: number;
  /** Pixels of the shorter side. */
  readonly minSide: number;
  /** Pixels of the longer side. */
  readonly maxSide: number;
  /** Width times height, decoded. */
  readonly maxPixels: number;
}

/** How large a photo may be. */
export const PHOTO_BOUNDS: PhotoBounds = ${literal({ maxBytes, ...picture })};
`;
}
