import { expect, it } from 'vitest';
import { readShared } from '../contract/bundle.ts';
import { REPOSITORY } from '../contract/repository.ts';
import { shopProductSource, shopProductSpec } from './shop-product.ts';

const FILE = 'openapi/shared/shop-product.yaml';

it('writes the bounds that the spec gives, and names the one that is missing', async () => {
  const shared = await readShared(REPOSITORY);
  expect(shopProductSource(shared)).toContain('maxPictures: 10');
  const file = structuredClone(shared.get(FILE)) as Record<string, Record<string, unknown>>;
  delete file.ShopProduct?.['x-max-bytes'];
  expect(() => shopProductSource(new Map([[FILE, file as never]]))).toThrow(
    '/ShopProduct/x-max-bytes: is not',
  );
});

it('makes a spec whose references lead to its own schemas', () => {
  const shared = new Map([[FILE, { Of: { items: { $ref: '#/One' } }, One: { type: 'string' } } as never]]);
  expect(shopProductSpec(shared).document.components).toEqual({
    schemas: { Of: { items: { $ref: '#/components/schemas/One' } }, One: { type: 'string' } },
  });
});
