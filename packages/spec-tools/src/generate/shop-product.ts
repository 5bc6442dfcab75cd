import type { Spec } from '../contract/bundle.ts';
import type { JsonObject } from '../contract/json.ts';
import { SpecError } from '../contract/spec-error.ts';
import { boundsSource } from './bounds.ts';
import { header } from './source-text.ts';

const FILE = 'openapi/shared/shop-product.yaml';
const BOUNDS = {
  maxBytes: ['ShopProduct/x-max-bytes', "Bytes of the shop's answer."],
  maxImages: ['ShopProduct/properties/images/maxItems', 'Pictures of the answer that are looked at.'],
  maxId: ['ProductPictures/properties/id/maxLength', 'Characters of the id.'],
  maxName: ['ProductPictures/properties/name/maxLength', 'Characters of the name.'],
  maxPictures: ['ProductPictures/properties/pictures/maxItems', 'Pictures that are taken.'],
  maxAddress: ['ProductPictures/properties/pictures/items/maxLength', 'Characters of an address.'],
} as const;

/** Source of `gen/shop-product.ts`: how much is taken of a product that a shop answers. */
export function shopProductSource(shared: ReadonlyMap<string, JsonObject>): string {
  const about = { type: 'ShopProductBounds', text: 'How much is taken of a product that a shop answers.' };
  return `${header(FILE)}
${boundsSource(shared, FILE, BOUNDS, about)}`;
}

/** The schemas as a spec without operations, to be typed and compiled like those of a spec. */
export function shopProductSpec(shared: ReadonlyMap<string, JsonObject>): Spec {
  const schemas = shared.get(FILE);
  if (!schemas) throw new SpecError(FILE, '', 'is missing');
  const text = JSON.stringify(schemas).replaceAll('"$ref":"#/', '"$ref":"#/components/schemas/');
  const document: JsonObject = {
    openapi: '3.1.1',
    info: { title: 'Shop product', version: '1.0.0' },
    paths: {},
    components: { schemas: JSON.parse(text) as JsonObject },
  };
  return { name: 'shop-product', file: FILE, document };
}
