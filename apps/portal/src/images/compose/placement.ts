/** Where the product goes, as shares of the photo. */
interface Placement {
  /** The product's width. */
  readonly width: number;
  /** The most it may take of the height. */
  readonly height: number;
  /** Its middle. */
  readonly x: number;
  /** Its upper edge. */
  readonly top: number;
}

/** For an upright portrait, from the hips to the head, as the storefront asks for one. */
const BODY: Placement = { width: 0.62, height: 0.62, x: 0.5, top: 0.34 };
const PLACEMENTS: Readonly<Record<string, Placement>> = {
  apparel: BODY,
  eyewear: { width: 0.26, height: 0.1, x: 0.5, top: 0.19 },
  headwear: { width: 0.34, height: 0.2, x: 0.5, top: 0.02 },
  jewelry: { width: 0.22, height: 0.18, x: 0.5, top: 0.36 },
  bag: { width: 0.34, height: 0.36, x: 0.72, top: 0.58 },
  watch: { width: 0.12, height: 0.12, x: 0.78, top: 0.68 },
  footwear: { width: 0.42, height: 0.18, x: 0.5, top: 0.8 },
};
/** Each variation is a slightly different fit. */
const FITS = [
  { scale: 1, shift: 0 },
  { scale: 0.9, shift: 0.02 },
  { scale: 1.1, shift: -0.02 },
  { scale: 0.96, shift: 0.05 },
] as const;

/** A box in the photo (pixels), within its edges. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The box for the product in a photo, its proportions kept. */
export function placeProduct(
  photo: { width: number; height: number },
  product: { width: number; height: number },
  productType: string,
  variation: number,
): Box {
  const place = PLACEMENTS[productType] ?? BODY;
  const fit = FITS[variation % FITS.length] ?? FITS[0];
  const scale = Math.min(
    (photo.width * place.width * fit.scale) / product.width,
    (photo.height * place.height * fit.scale) / product.height,
    photo.width / product.width,
    photo.height / product.height,
  );
  const width = Math.max(1, Math.floor(product.width * scale));
  const height = Math.max(1, Math.floor(product.height * scale));
  return {
    width,
    height,
    left: within(Math.round(photo.width * place.x - width / 2), photo.width - width),
    top: within(Math.round(photo.height * (place.top + fit.shift)), photo.height - height),
  };
}

function within(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
