import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Plugin, transform } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));

// Safari 16.4 is the newest floor of what the source uses (constructable style sheets).
const TARGET = ['chrome111', 'firefox113', 'safari16.4'];

/** Runs a module now and ships only the values it exports: the script needs a few words of the catalogue. */
const constants: Plugin = {
  name: 'constants',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]src[\\/]tables\.ts$/ }, async ({ path }) => {
      const exported = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
      const lines = Object.entries(exported).map(
        ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
      );
      return { contents: lines.join('\n'), loader: 'js' };
    });
  },
};

const styles: Plugin = {
  name: 'styles',
  setup(builder) {
    builder.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const { code } = await transform(source, { loader: 'css', minify: true, target: TARGET });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

/** Bundles the widget into the text of one classic script, minified. */
export async function bundleWidget(): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(import.meta.resolve('./src/main.ts'))],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: TARGET,
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    write: false,
    logLevel: 'silent',
    plugins: [constants, styles],
  });
  const [file] = result.outputFiles;
  if (!file) throw new Error('esbuild wrote nothing');
  return file.text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const script = await bundleWidget();
  const out = join(here, 'dist', 'widget.js');
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, script);
  const bytes = Buffer.byteLength(script);
  console.log(`dist/widget.js  ${bytes} bytes, ${gzipSync(script).length} gzipped`);
}
