import { build, type Plugin } from 'esbuild';
import { expect, test } from 'vitest';

/** What a shop puts in its bundle, and the most bytes of it that are ours, minified. */
const BUDGETS: [what: string, most: number, source: string][] = [
  ['the storefront core', 200_000, "export * from '@genvoris/storefront';"],
  ['parseStatus', 6_000, "export { parseStatus } from '@genvoris/contract';"],
  ['readProductPictures', 2_500, "export { readProductPictures } from '@genvoris/contract';"],
  ['one operation', 2_500, "export { generateTryon } from '@genvoris/contract/operations/tryon';"],
  [
    'the validators of one operation',
    8_000,
    `export { validateResponseWith } from '@genvoris/contract/validation';
     export { getStatus } from '@genvoris/contract/validators/status';`,
  ],
];

/** What others wrote is neither in the bundle nor in the budget. */
const ours: Plugin = {
  name: 'ours',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@genvoris/') ? undefined : { path, external: true },
    ),
};

test.each(BUDGETS)('%s takes at most %i bytes', async (_, most, contents) => {
  const { metafile } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    platform: 'neutral',
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'error',
    plugins: [ours],
  });
  const [output] = Object.values(metafile.outputs);
  const largest = Object.entries(output?.inputs ?? {})
    .map(([file, { bytesInOutput }]) => ({ file, bytes: bytesInOutput }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 12)
    .map(({ file, bytes }) => `${String(bytes).padStart(8)}  ${file}`);
  expect(output?.bytes, `the largest parts:\n${largest.join('\n')}`).toBeLessThanOrEqual(most);
});
