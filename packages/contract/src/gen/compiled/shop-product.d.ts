// Generated from openapi by `pnpm generate`. Do not edit.
import type { CompiledValidator } from '../../validation.ts';
export declare const ShopProduct: CompiledValidator;
export declare const ShopProductImage: CompiledValidator;
export declare const ProductPictures: CompiledValidator;
