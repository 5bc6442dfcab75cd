import { webUrl } from './safe-url.ts';

export interface Product {
  imageUrl: string;
  title: string;
  id?: string;
}

const MAX = { url: 2048, title: 500, id: 255 };

/** Reads the product off its button, or `undefined` where there is no picture to try on. */
export function readProduct(button: Element, page: Document): Product | undefined {
  const image = button.getAttribute('data-product-image') ?? meta(page, 'og:image');
  const imageUrl = webUrl(image, page.baseURI);
  if (!imageUrl || imageUrl.length > MAX.url) return undefined;
  const title = button.getAttribute('data-product-title') ?? meta(page, 'og:title') ?? page.title;
  const product: Product = { imageUrl, title: title.trim().slice(0, MAX.title) };
  const id = button.getAttribute('data-product-id');
  if (id && id.length <= MAX.id) product.id = id;
  return product;
}

/** The multipart form of openapi/shared/photo.yaml. */
export function tryonForm(photo: File, product: Product, page: Document): FormData {
  const form = new FormData();
  // Without a name of its own: file names tell more than the shopper may want to.
  form.set('photo', photo, 'photo');
  form.set('product_image_url', product.imageUrl);
  if (product.id) form.set('product_id', product.id);
  if (product.title) form.set('product_title', product.title);
  const url = new URL(page.location.href);
  // What follows the # is the page's own state, and may be a secret.
  url.hash = '';
  if (url.href.length <= MAX.url) form.set('page_url', url.href);
  return form;
}

function meta(page: Document, property: string): string | null | undefined {
  return page.querySelector(`meta[property="${property}"]`)?.getAttribute('content');
}
