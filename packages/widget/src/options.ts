import { note } from './note.ts';
import { webUrl } from './safe-url.ts';
import { parseObject, plainText, refuse } from './setting.ts';

const NAMES = [
  'proxy',
  'apiKey',
  'endCustomerToken',
  'backend',
  'productId',
  'locale',
  'messages',
  'theme',
  'analytics',
  'loginUrl',
  'upgradeUrl',
  'subscribeUrl',
  'purchaseUrl',
  'checkoutUrl',
] as const;

/** What the page says, by the names that `dataset` has for the attributes. Each is looked up when it is read. */
export type Options = { readonly [name in (typeof NAMES)[number]]?: unknown };

// A folder of that very name, or the file's own: a vendor may have a folder for the shop genvoris-demo.
const OWN_FILE = /\w\/(.*\/)?(@?genvoris\/.*|[^/]*genvoris[^/]*)\.js$/i;

declare const Genvoris: unknown;

/**
 * The options of the page: of the script's tag, else of `<script type="application/json" data-genvoris>`,
 * else of the global `Genvoris`.
 */
export function pageOptions(tags: () => HTMLElement[]): Options {
  return new Proxy<Options>(
    {},
    {
      get: (_, name) => lookUp(String(name), [...tags().map(({ dataset }) => dataset), ...ownObjects()]),
    },
  );
}

/** The tags that are surely ours, the one that runs first. Another vendor's may have attributes of the same names. */
export function ownTags(running: HTMLElement | undefined, file: string): HTMLElement[] {
  const others = [...document.querySelectorAll('script')].filter(
    (tag) => tag !== running && !isJson(tag) && (tag.hasAttribute('data-genvoris') || hasSource(tag, file)),
  );
  // After a visit without a reload, the tag that ran may be the last page's.
  return running && (running.isConnected || others.length === 0) ? [running, ...others] : others;
}

// Whatever a loader calls it while it waits: data-src, data-rocket-src, …
function hasSource({ attributes }: Element, file: string): boolean {
  return [...attributes].some(({ name, value }) => {
    const source = name.endsWith('src') ? fileOf(webUrl(value, document.baseURI)) : '';
    return source !== '' && (source === file || OWN_FILE.test(source));
  });
}

/** An address without what follows its path. */
export function fileOf(address = ''): string {
  return address.replace(/[?#].*/, '');
}

function isJson({ type }: HTMLScriptElement): boolean {
  return /json/i.test(type);
}

/** What is only ours: each of its names is an option, or a slip. */
function ownObjects(): unknown[] {
  const objects = [...jsonElements(), globalOptions()];
  for (const key of objects.flatMap((one) => Object.keys(one ?? {}))) {
    const isKnown = NAMES.some((name) => plain(name) === plain(key));
    if (!isKnown) note(`there is no option "${key}"; it is ignored.`);
  }
  return objects;
}

function jsonElements(): unknown[] {
  const found = document.querySelectorAll<HTMLScriptElement>('script[data-genvoris], script#genvoris');
  return [...found].filter(isJson).map(({ text }) => parseObject('<script data-genvoris>', text));
}

// By its bare name, which finds a top-level `const` too.
function globalOptions(): unknown {
  try {
    const kind = Object.prototype.toString.call(Genvoris);
    if (kind === '[object Object]') return { ...(Genvoris as object) };
    // An element or a frame with that id may be what the name finds.
    if (/HTML|Window|Null|Undefined/.test(kind)) return undefined;
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
  }
  return refuse('window.Genvoris', '…', 'an object that can be read');
}

function lookUp(name: string, sources: readonly unknown[]): unknown {
  let blank: unknown;
  for (const source of sources) {
    for (const [key, value] of Object.entries(source ?? {})) {
      if (plain(key) !== plain(name)) continue;
      if (plainText(value).trim()) return value;
      blank ??= value;
    }
  }
  return blank;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/^data-|[-_]/g, '');
}
