import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ProductPictures as isProductPictures,
  ShopProduct as isShopProduct,
} from './gen/compiled/shop-product.js';
import { SHOP_PRODUCT_BOUNDS } from './gen/shop-product.ts';
import { readProductPictures } from './shop-product.ts';
import { validateWith } from './validation.ts';

const SHOP = 'https://shop.example';
const UPLOADS = `${SHOP}/wp-content/uploads`;

const read = (body: unknown, status = 200) => readProductPictures({ status, body }, SHOP);
const why = (body: unknown, status = 200) => {
  const reading = read(body, status);
  return reading.ok ? reading.product : reading.why;
};
/** The pictures that are taken where these are the addresses. */
const taken = (...addresses: unknown[]) => {
  const reading = read({ id: 1, images: addresses.map((src) => ({ src })) });
  return reading.ok ? reading.product.pictures : [];
};

// As the two endpoints answer one product, shortened.
const STORE = {
  id: 42,
  name: 'Tom &#038; Ada&#8217;s shirt',
  type: 'simple',
  prices: { price: '6900', currency_code: 'EUR' },
  images: [
    {
      id: 7,
      src: `${UPLOADS}/shirt.jpg`,
      thumbnail: `${UPLOADS}/shirt-324x324.jpg`,
      srcset: `${UPLOADS}/shirt.jpg 1200w, ${UPLOADS}/shirt-300x300.jpg 300w`,
      sizes: '(max-width: 1200px) 100vw, 1200px',
      name: 'shirt.jpg',
      alt: '',
    },
    { id: 8, src: `${UPLOADS}/shirt-back.jpg`, thumbnail: `${UPLOADS}/shirt-back-324x324.jpg` },
  ],
};
const V3 = {
  id: 42,
  name: 'Tom & Ada’s shirt',
  status: 'publish',
  images: [
    { id: 7, date_created: '2026-03-24T12:01:04', src: `${UPLOADS}/shirt.jpg`, name: 'shirt', alt: '' },
    { id: 8, date_created: '2026-03-24T12:01:05', src: `${UPLOADS}/shirt-back.jpg`, name: 'back', alt: '' },
  ],
};

describe('readProductPictures', () => {
  it.each([
    ['the store API', STORE],
    ['version 3', V3],
  ])('reads a product of %s', (_, body) => {
    expect(validateWith(isShopProduct, body)).toEqual({ ok: true });
    expect(read(body)).toEqual({
      ok: true,
      product: {
        id: '42',
        name: 'Tom & Ada’s shirt',
        pictures: [`${UPLOADS}/shirt.jpg`, `${UPLOADS}/shirt-back.jpg`],
      },
    });
  });

  it.each([
    ['an HTML page of a 200', 200, '<!doctype html><title>Just a moment</title>', 'unreadable'],
    ['a body that is not JSON', 200, undefined, 'unreadable'],
    ['null', 200, null, 'unreadable'],
    ['a list of products', 200, [STORE], 'unreadable'],
    [
      'an error under a 200',
      200,
      { code: 'rest_disabled', message: '', data: { status: 401 } },
      'unreadable',
    ],
    ['images that are no list', 200, { id: 42, images: { 0: { src: '/a.jpg' }, length: 1 } }, 'unreadable'],
    ['images that are false', 200, { id: 42, images: false }, 'unreadable'],
    ['an id of another kind', 200, { ...V3, id: { raw: 42 } }, 'unreadable'],
    ['an id below zero', 200, { ...V3, id: -1 }, 'unreadable'],
    ['an id that is inherited', 200, Object.create(V3), 'unreadable'],
    [
      'no such product',
      404,
      { code: 'woocommerce_rest_product_invalid_id', data: { status: 404 } },
      'refused',
    ],
    ['a shop without WooCommerce', 404, { code: 'rest_no_route', data: { status: 404 } }, 'refused'],
    ['REST that is disabled', 401, { code: 'rest_disabled', data: { status: 401 } }, 'refused'],
    ['REST for managers', 403, { code: 'woocommerce_rest_cannot_view', data: { status: 403 } }, 'refused'],
    ['an HTML page of a 404', 404, '<!doctype html>', 'refused'],
    ['a product under a 500', 500, V3, 'refused'],
    ['no answer', 0, undefined, 'refused'],
    [
      'a nonce that is too old',
      403,
      { code: 'rest_cookie_invalid_nonce', data: { status: 403 } },
      'stale_nonce',
    ],
    ['that word under another status', 500, { code: 'rest_cookie_invalid_nonce' }, 'refused'],
    ['a product without pictures', 200, { ...V3, images: [] }, 'no_pictures'],
  ])('takes nothing of %s', (_, status, body, expected) => {
    expect(why(body, status)).toBe(expected);
  });

  it('takes nothing of a value whose getter or proxy throws', () => {
    const refuse = () => {
      throw new Error('hostile');
    };
    expect(why(new Proxy({}, { get: refuse, getOwnPropertyDescriptor: refuse }))).toBe('unreadable');
    const image = Object.defineProperty({}, 'src', { get: refuse });
    expect(why({ ...V3, images: [image] })).toBe('unreadable');
  });

  it('resolves what is relative and without a protocol against the shop', () => {
    expect(taken('//cdn.example/a.jpg', '/b.jpg', 'c.jpg', '../d.jpg?v=2#zoom', ' /e.jpg\n')).toEqual([
      'https://cdn.example/a.jpg',
      `${SHOP}/b.jpg`,
      `${SHOP}/c.jpg`,
      `${SHOP}/d.jpg?v=2`,
      `${SHOP}/e.jpg`,
    ]);
    const body = {
      id: 1,
      images: [{ src: '//cdn.example/a.jpg' }, { src: 'b.jpg' }, { src: `${SHOP}/c.jpg` }],
    };
    const pictures = (origin: string) => readProductPictures({ status: 200, body }, origin);
    expect(pictures('http://localhost:3000/shop/page/2')).toMatchObject({
      product: { pictures: ['http://cdn.example/a.jpg', 'http://localhost:3000/b.jpg', `${SHOP}/c.jpg`] },
    });
    // A sandboxed frame has no origin; what is absolute is one all the same.
    for (const origin of ['null', '', 'javascript:0', 'blob:null/1'])
      expect(pictures(origin)).toMatchObject({ product: { pictures: [`${SHOP}/c.jpg`] } });
  });

  it('leaves out what is no address of a picture', () => {
    const wrong = [
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'JAVASCRIPT:alert(1)',
      'data:image/png;base64,iVBORw0KGgo=',
      'blob:https://shop.example/1',
      'file:///etc/passwd',
      'ftp://shop.example/a.jpg',
      'https://ada:secret@shop.example/a.jpg',
      'https://:secret@shop.example/a.jpg',
      'https://',
      'http://[::1/a.jpg',
      '',
      ' ',
      '#',
      '/',
      'https://shop.example',
      `/${'a'.repeat(SHOP_PRODUCT_BOUNDS.maxAddress)}.jpg`,
      // Each of these letters is six characters of an address.
      `/${'é'.repeat(SHOP_PRODUCT_BOUNDS.maxAddress / 4)}.jpg`,
      `${UPLOADS}/woocommerce-placeholder.png`,
      `${UPLOADS}/woocommerce-placeholder-600x600.png`,
      '/wp-content/plugins/woocommerce/assets/images/placeholder.png',
      false,
      null,
      7,
      ['/a.jpg'],
      { raw: '/a.jpg' },
    ];
    for (const src of wrong) expect([src, taken(src)]).toEqual([src, []]);
    expect(why({ id: 1, images: [null, 'x', '/a.jpg', [], {}, { source: '/a.jpg' }] })).toBe('no_pictures');
    expect(taken(...wrong, '/a.jpg')).toEqual([`${SHOP}/a.jpg`]);
  });

  it('takes each picture once, in its largest size, where it stood first', () => {
    expect(taken('/a.jpg', '/a.jpg#2', `${SHOP}/a.jpg`, 'HTTPS://SHOP.example:443/x/../a.jpg')).toHaveLength(
      1,
    );
    expect(taken('/a-150x150.jpg', '/b.jpg', '/a.jpg', '/a-scaled.jpg', '/b-300x300.jpg')).toEqual([
      `${SHOP}/a.jpg`,
      `${SHOP}/b.jpg`,
    ]);
    expect(taken('/a-100x100.jpg', '/a-768x1024.jpg', '/a-300x400.jpg')).toEqual([`${SHOP}/a-768x1024.jpg`]);
    expect(taken('/a.php?id=1', '/a.php?id=2', '/a-300.jpg', '/a.jpg', '/a.png')).toHaveLength(5);
  });

  it('leaves out what is the thumbnail of another, before or after it', () => {
    const [dress, thumb] = ['https://cdn.example/dress.jpg', 'https://cdn.example/thumbs/1.jpg'];
    const both = [{ src: dress, thumbnail: thumb }, { src: thumb }];
    for (const images of [both, [...both].reverse()])
      expect(why({ id: 1, images })).toEqual({ id: '1', pictures: [dress] });
    const itsOwn = [{ src: dress, thumbnail: dress }];
    expect(why({ id: 1, images: itsOwn })).toEqual({ id: '1', pictures: [dress] });
    const eachOther = [
      { src: dress, thumbnail: thumb },
      { src: thumb, thumbnail: dress },
    ];
    expect(why({ id: 1, images: eachOther })).toEqual({ id: '1', pictures: [dress] });
  });

  it('takes as many as the contract says, and looks at as many', () => {
    const many = Array.from({ length: 5000 }, (_, at) => `/${at}.jpg`);
    expect(taken(...many)).toEqual(many.slice(0, SHOP_PRODUCT_BOUNDS.maxPictures).map((path) => SHOP + path));
    const none = Array.from({ length: SHOP_PRODUCT_BOUNDS.maxImages }, () => false);
    expect(taken(...none, '/a.jpg')).toEqual([]);
    expect(taken(...none.slice(1), '/a.jpg')).toEqual([`${SHOP}/a.jpg`]);
  });

  it('reads a name as plain text, and leaves out one that is none', () => {
    const name = (value: unknown) => {
      const reading = read({ ...V3, name: value });
      return reading.ok ? reading.product.name : reading.why;
    };
    expect(name(' A &amp; B&#x2019;s &lt;b&gt;&nbsp;&hellip; &#0; &#xD800; &#9999999; &toString; ')).toBe(
      'A & B’s <b> &hellip; &#0; &#xD800; &#9999999; &toString;',
    );
    // Once: what comes of it is text, too.
    expect(name('&amp;lt;')).toBe('&lt;');
    for (const wrong of ['', ' ', 7, null, { rendered: 'A' }, 'a'.repeat(SHOP_PRODUCT_BOUNDS.maxName + 1)])
      expect(name(wrong)).toBe(undefined);
    expect(name('a'.repeat(SHOP_PRODUCT_BOUNDS.maxName))).toHaveLength(SHOP_PRODUCT_BOUNDS.maxName);
  });

  it('never throws and takes only what the contract says, whatever comes', () => {
    const odd = fc.constantFrom(undefined, null, true, -1, 7, '', ' ', 'a', 'x'.repeat(600), [], {}, [1]);
    const start = fc.constantFrom('https://a.example/', 'http://', '//', '/', '\\\\', 'data:', '');
    const strange = fc.string({ unit: fc.constantFrom(...'a1x-./#?&:@%|^{}[]\\"\'`<> é衣\0\n\ud800') });
    const src = fc.oneof(
      fc.tuple(start, strange, fc.constantFrom('', '.jpg', '-9x9.jpg')).map((parts) => parts.join('')),
      odd,
    );
    const image = fc.oneof(fc.record({ src, thumbnail: src }, { requiredKeys: [] }), odd);
    const images = fc.oneof({ weight: 9, arbitrary: fc.array(image, { maxLength: 6 }) }, odd);
    const body = fc.record({ id: fc.oneof(fc.nat(), odd), name: fc.oneof(fc.string(), odd), images });
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: body }, odd), fc.string(), (value, origin) => {
        for (const shop of [SHOP, origin]) {
          const reading = readProductPictures({ status: 200, body: value }, shop);
          if (reading.ok) expect(validateWith(isProductPictures, reading.product)).toEqual({ ok: true });
        }
      }),
    );
  });
});
