// Generated from openapi/shared/shop-product.yaml by `pnpm generate`. Do not edit.

export interface ShopProductBounds {
  /** Bytes of the shop's answer. */
  readonly maxBytes: number;
  /** Pictures of the answer that are looked at. */
  readonly maxImages: number;
  /** Characters of the id. */
  readonly maxId: number;
  /** Characters of the name. */
  readonly maxName: number;
  /** Pictures that are taken. */
  readonly maxPictures: number;
  /** Characters of an address. */
  readonly maxAddress: number;
}

/** How much is taken of a product that a shop answers. */
export const SHOP_PRODUCT_BOUNDS: ShopProductBounds = { maxBytes: 1048576, maxImages: 200, maxId: 200, maxName: 500, maxPictures: 10, maxAddress: 2048 };
