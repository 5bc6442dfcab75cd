import { webUrl } from './safe-url.ts';
import { settingId, settingText, settingTitle, settingUrl } from './setting.ts';

export interface Product {
  imageUrl: string;
  title: string;
  id?: string;
}

const MAX_URL = 2048;

/** Reads the product off its button, or `undefined` where there is no picture to try on. */
export function readProduct(button: Element, page: Document, pageProductId?: string): Product | undefined {
  const own = settingText('data-product-image', button.getAttribute('data-product-image'));
  const image = own ? settingUrl('data-product-image', own) : meta(page, 'og:image');
  const imageUrl = webUrl(image, page.baseURI);
  if (!imageUrl || imageUrl.length > MAX_URL) return undefined;
  const title =
    settingTitle(button.getAttribute('data-product-title')) ||
    settingTitle(meta(page, 'og:title') || page.title);
  const product: Product = { imageUrl, title };
  const id = readProductId(button) ?? pageProductId;
  if (id) product.id = id;
  return product;
}

/** The shop's own id of a button's product. */
export function readProductId(button: Element): string | undefined {
  return settingId('data-product-id', button.getAttribute('data-product-id'));
}

/** The multipart form of openapi/shared/photo.yaml. */
export function tryonForm(photo: Blob, product: Product, page: Document): FormData {
  const form = new FormData();
  // Without a name of its own: file names tell more than the shopper may want to.
  form.set('photo', photo, 'photo');
  form.set('product_image_url', product.imageUrl);
  if (product.id) form.set('product_id', product.id);
  if (product.title) form.set('product_title', product.title);
  // What follows the # is the page's own state, and may be a secret.
  const url = page.location.href.replace(/#.*/, '');
  if (url.length <= MAX_URL && url.startsWith('http')) form.set('page_url', url);
  return form;
}

function meta(page: Document, property: string): string | undefined {
  const found = page.querySelectorAll(`meta[property="${property}"], meta[name="${property}"]`);
  return [...found].map((one) => one.getAttribute('content')?.trim()).find(Boolean);
}
