import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWidget } from '@genvoris/widget/build';
import { build } from 'esbuild';
import { expect, onTestFinished, test } from 'vitest';

test('a bundle keeps widget.js where it is imported for what it does', async () => {
  const shop = await mkdtemp(join(tmpdir(), 'genvoris-shop-'));
  onTestFinished(() => rm(shop, { recursive: true }));
  const installed = join(shop, 'node_modules/@genvoris/widget');
  await mkdir(join(installed, 'dist'), { recursive: true });
  const require = createRequire(import.meta.url);
  await cp(require.resolve('@genvoris/widget/package.json'), join(installed, 'package.json'));
  await writeFile(join(installed, 'dist/widget.js'), await bundleWidget());

  const { outputFiles } = await build({
    stdin: { contents: "import '@genvoris/widget/widget.js';", resolveDir: shop },
    bundle: true,
    write: false,
    logLevel: 'silent',
  });
  expect(outputFiles[0]?.text).toContain('genvoris-tryon-btn');
});
