// Generated from openapi/shared/shop-product.yaml by `pnpm generate`. Do not edit.
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * ShopProduct
         * @description A product as the shop answers it. Fields that are not named here are ignored.
         */
        ShopProduct: {
            /**
             * @description The shop's own id. A whole number is read as its digits.
             * @example 42
             */
            id: string | number;
            /**
             * @description The product's name, with HTML's character references in it.
             * @example Tom &#038; Ada shirt
             */
            name?: string;
            /** @description The pictures, the main one first. What comes after the 200th is not looked at. */
            images: components["schemas"]["ShopProductImage"][];
        };
        /**
         * ShopProductImage
         * @description A picture of the product, as the shop answers it.
         */
        ShopProductImage: {
            /**
             * @description Where the picture is: absolute, without a protocol, or relative to the shop.
             * @example https://shop.example/wp-content/uploads/dress.jpg
             */
            src: string;
            /**
             * @description The same picture made small.
             * @example https://shop.example/wp-content/uploads/dress-300x300.jpg
             */
            thumbnail?: string;
        };
        /**
         * ProductPictures
         * @description What is taken of a product.
         */
        ProductPictures: {
            /**
             * @description The shop's own id.
             * @example 42
             */
            id: string;
            /**
             * @description The product's name, as plain text.
             * @example Tom & Ada shirt
             */
            name?: string;
            /** @description Absolute addresses of different pictures, the main one first; no thumbnails. */
            pictures: string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type ShopProduct = components['schemas']['ShopProduct'];
export type ShopProductImage = components['schemas']['ShopProductImage'];
export type ProductPictures = components['schemas']['ProductPictures'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
