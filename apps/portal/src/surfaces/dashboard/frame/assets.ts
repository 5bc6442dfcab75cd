import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DESIGN } from '@genvoris/design';

const TYPES = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' };

/** In the order in which they go into the one style sheet, behind what all pages share. */
const STYLES = ['frame', 'words', 'figures', 'lists', 'forms', 'single', 'phone'];

function read(file: string): Buffer {
  return readFileSync(new URL(`./static/${file}`, import.meta.url));
}

function toAsset(file: string, bytes: Buffer) {
  const type = TYPES[file.split('.').at(-1) as keyof typeof TYPES];
  const version = createHash('sha256').update(bytes).digest('base64url').slice(0, 10);
  return { bytes, type: `${type}; charset=utf-8`, href: `/dashboard/assets/${version}/${file}` };
}

/** The files beside the pages; the address changes with the content, so that browsers keep them for good. */
export const ASSETS = {
  style: toAsset(
    'style.css',
    Buffer.concat([Buffer.from(DESIGN), ...STYLES.map((each) => read(`style/${each}.css`))]),
  ),
  live: toAsset('live.js', read('live.js')),
  icon: toAsset('favicon.svg', read('favicon.svg')),
};

export function assetAnswer(path: string): Response | undefined {
  const asset = Object.values(ASSETS).find(({ href }) => href === path);
  if (!asset) return undefined;
  return new Response(new Uint8Array(asset.bytes), {
    headers: {
      'Content-Type': asset.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
