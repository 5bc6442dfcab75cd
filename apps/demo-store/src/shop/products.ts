export interface Product {
  id: string;
  title: string;
  /** What it costs, in cents of a euro. */
  cents: number;
  /** In `static/img`. */
  image: string;
  /** The same as pixels: what the try-on is given, which takes no drawings. */
  garment: string;
  /** What a try-on of it shows; in `pictures`. */
  tryon: string;
  line: string;
  description: string;
  sizes: readonly string[];
  details: readonly string[];
}

export const PRODUCTS: readonly Product[] = [
  {
    id: 'dress-42',
    title: 'Wrap dress',
    cents: 8900,
    image: '/img/wrap-dress.svg',
    garment: '/img/wrap-dress.webp',
    tryon: 'wrap-dress.webp',
    line: 'Bias-cut, with a tie at the waist.',
    description:
      'A dress that goes on in one turn and stays there. Cut on the bias from washed viscose, so that it falls rather than stands.',
    sizes: ['XS', 'S', 'M', 'L', 'XL'],
    details: ['Washed viscose, 160 g/m²', 'Tie fits two sizes up or down', 'Cold wash, hang to dry'],
  },
  {
    id: 'jacket-17',
    title: 'Field jacket',
    cents: 14900,
    image: '/img/field-jacket.svg',
    garment: '/img/field-jacket.webp',
    tryon: 'field-jacket.webp',
    line: 'Waxed cotton, four pockets.',
    description:
      'Four pockets that hold things and a collar that keeps rain out. The wax wears in over a winter or two and can be renewed.',
    sizes: ['S', 'M', 'L', 'XL'],
    details: ['Waxed cotton, 280 g/m²', 'Two-way zip under buttons', 'Wipe clean, re-wax once a year'],
  },
  {
    id: 'shirt-08',
    title: 'Linen shirt',
    cents: 6900,
    image: '/img/linen-shirt.svg',
    garment: '/img/linen-shirt.webp',
    tryon: 'linen-shirt.webp',
    line: 'Loose, with a band collar.',
    description:
      'Made for days when nothing should touch you. Loose through the body, a band collar, buttons from nut shell.',
    sizes: ['XS', 'S', 'M', 'L', 'XL', 'XXL'],
    details: ['European linen, 140 g/m²', 'Corozo buttons', 'Warm wash, iron if you must'],
  },
];

/** What can be bought beside clothes: the right to try them on. Which is on sale is the model's in force. */
export interface Pass {
  id: string;
  title: string;
  cents: number;
}

export const TRYON_SESSION: Pass = { id: 'tryon-session', title: 'Try-on session', cents: 200 };
export const TRYON_SUBSCRIPTION: Pass = {
  id: 'tryon-subscription',
  title: 'Try-on subscription, a month',
  cents: 500,
};
const PASSES = [TRYON_SESSION, TRYON_SUBSCRIPTION];

export function findProduct(id: string | undefined): Product | undefined {
  return PRODUCTS.find((product) => product.id === id);
}

export function findPass(id: string | undefined): Pass | undefined {
  return PASSES.find((pass) => pass.id === id);
}

export function toPrice(cents: number): string {
  return `€ ${(cents / 100).toFixed(2)}`;
}
