// Generated from openapi by `pnpm generate`. Do not edit.
import type { CompiledValidator } from '../../validation.ts';
export declare const TryonError: CompiledValidator;
export declare const analyzePhoto_400: CompiledValidator;
export declare const analyzePhoto_413: CompiledValidator;
export declare const analyzePhoto_422: CompiledValidator;
export declare const generateTryon_401: CompiledValidator;
export declare const generateTryon_402: CompiledValidator;
export declare const generateTryon_403: CompiledValidator;
