import { expect, it } from 'vitest';
import { catalogueSource } from './catalogue.ts';

const catalogue = (aliases: string[]) => ({
  file: 'openapi/shared/model.yaml',
  name: 'Model',
  values: ['FREE_ALL'],
  entries: { FREE_ALL: { aliases, description: 'Free for all.' } },
});

it('types what a list may hold by what it holds, and an empty one as empty', () => {
  expect(catalogueSource([catalogue(['OPEN', 'GUESTS'])])).toContain(
    "readonly aliases: readonly ('OPEN' | 'GUESTS')[];",
  );
  expect(catalogueSource([catalogue([])])).toContain('readonly aliases: readonly (never)[];');
});
