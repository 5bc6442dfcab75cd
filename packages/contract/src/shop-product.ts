import { SHOP_PRODUCT_BOUNDS } from './gen/shop-product.ts';
import type { ProductPictures, ShopProduct, ShopProductImage } from './gen/types/shop-product.ts';
import type { components } from './gen/types/storefront.ts';

/**
 * Why there is nothing to try on: a nonce that has to be fetched again, another answer than a 200 (no such product, REST
 * disabled, no answer at all), an answer that is no product, or a product without a usable picture. In all of them the
 * product's page is the way on.
 */
export type NoPictures = 'stale_nonce' | 'refused' | 'unreadable' | 'no_pictures';

/** What `readProductPictures` returns. */
export type ProductReading =
  | { readonly ok: true; readonly product: ProductPictures }
  | { readonly ok: false; readonly why: NoPictures };

// Browsers and servers all have it, though it is not of the language, which is all that this package is typed against.
declare const URL: new (text: string, base?: string) => WebUrl;

interface WebUrl {
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly origin: string;
  readonly host: string;
  readonly pathname: string;
  readonly search: string;
  readonly href: string;
  hash: string;
}

const STALE_NONCE = 'rest_cookie_invalid_nonce' satisfies components['schemas']['WordPressError']['code'];

/** WordPress names what it has made of an upload for the upload, and puts the size or the change at its end. */
const MADE = /-(?:(\d+)x(\d+)|scaled|rotated)(?=\.\w+$)/;

/** What WooCommerce shows where there is no picture. */
const PLACEHOLDER = /\/(?:woocommerce-)?placeholder(?:-\d+x\d+)?\.\w+$/;

const REFERENCES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * Reads the pictures of a product from WooCommerce's answer: its status (0 where none came), and its body as parsed JSON
 * (anything, if it is not). Takes http and https addresses only, the main picture first, each once and in its largest
 * size; relative ones are of `shopOrigin`. Never throws.
 *
 * @see openapi/shared/shop-product.yaml ProductPictures
 * @example
 * const body = { id: 42, images: [{ src: '/dress.jpg' }] };
 * readProductPictures({ status: 200, body }, 'https://shop.example');
 * // { ok: true, product: { id: '42', pictures: ['https://shop.example/dress.jpg'] } }
 */
export function readProductPictures(
  answer: { status: number; body: unknown },
  shopOrigin: string,
): ProductReading {
  try {
    return readAnswer(answer, shopOrigin);
  } catch {
    // A getter or a proxy of the value threw.
    return { ok: false, why: 'unreadable' };
  }
}

function readAnswer({ status, body }: { status: number; body: unknown }, shopOrigin: string): ProductReading {
  if (status !== 200)
    return {
      ok: false,
      why: status === 403 && own(body, 'code') === STALE_NONCE ? 'stale_nonce' : 'refused',
    };
  const id = readId(own(body, 'id' satisfies keyof ShopProduct));
  const images = own(body, 'images' satisfies keyof ShopProduct);
  if (id === undefined || !Array.isArray(images)) return { ok: false, why: 'unreadable' };
  const pictures = picturesOf(images, toUrl(shopOrigin)?.origin);
  if (pictures.length === 0) return { ok: false, why: 'no_pictures' };
  const name = readName(own(body, 'name' satisfies keyof ShopProduct));
  return { ok: true, product: { id, ...(name && { name }), pictures } };
}

function picturesOf(images: readonly unknown[], base: string | undefined): string[] {
  const found = new Map<string, { address: string; size: number }>();
  const thumbnails = new Set<string>();
  for (const image of images.slice(0, SHOP_PRODUCT_BOUNDS.maxImages)) {
    const picture = toPicture(own(image, 'src' satisfies keyof ShopProductImage), base);
    if (!picture || thumbnails.has(picture.upload)) continue;
    const { upload, address, size } = picture;
    const thumbnail = toPicture(own(image, 'thumbnail' satisfies keyof ShopProductImage), base);
    if (thumbnail && thumbnail.upload !== upload) {
      thumbnails.add(thumbnail.upload);
      found.delete(thumbnail.upload);
    }
    // A larger one takes the place of the smaller.
    if (!thumbnails.has(upload) && size > (found.get(upload)?.size ?? 0))
      found.set(upload, { address, size });
  }
  return [...found.values()].slice(0, SHOP_PRODUCT_BOUNDS.maxPictures).map(({ address }) => address);
}

/** A picture's address, what it was made of, and its size where its name tells; `undefined` for what is no picture. */
function toPicture(
  text: unknown,
  base: string | undefined,
): { upload: string; address: string; size: number } | undefined {
  const { maxAddress } = SHOP_PRODUCT_BOUNDS;
  const url = typeof text === 'string' && text.length <= maxAddress ? toUrl(text, base) : undefined;
  if (!url || (url.pathname === '/' && !url.search) || PLACEHOLDER.test(url.pathname)) return undefined;
  // The one part that no server is sent.
  url.hash = '';
  // The URL standard leaves more as it is than the contract's `uri` takes.
  const address = url.href.replace(/%(?![\da-f]{2})|[^\w\-.~:/?#[\]@!$&'()*+,;=%]/gi, encodeURIComponent);
  const [, width, height] = MADE.exec(url.pathname) ?? [];
  return address.length > maxAddress
    ? undefined
    : {
        upload: url.host + url.pathname.replace(MADE, '') + url.search,
        address,
        size: width && height ? Number(width) * Number(height) : Number.POSITIVE_INFINITY,
      };
}

/** The http(s) address that a text means, without a name and a password. */
function toUrl(text: string, base?: string): WebUrl | undefined {
  try {
    const url = new URL(text, base);
    return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : undefined;
  } catch {
    return undefined;
  }
}

function readId(value: unknown): string | undefined {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return String(value);
  return typeof value === 'string' && value && value.length <= SHOP_PRODUCT_BOUNDS.maxId ? value : undefined;
}

/** The store API answers a name as HTML would hold it. A name that is too long is left out. */
function readName(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > SHOP_PRODUCT_BOUNDS.maxName) return undefined;
  return value
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      if (name) return Object.hasOwn(REFERENCES, name) ? (REFERENCES[name] as string) : whole;
      return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : whole;
    })
    .trim();
}

function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
