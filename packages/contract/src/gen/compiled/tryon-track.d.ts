// Generated from openapi by `pnpm generate`. Do not edit.
import type { CompiledValidator } from '../../validation.ts';
export declare const TrackRequest: CompiledValidator;
export declare const TrackResponse: CompiledValidator;
export declare const trackTryon_401: CompiledValidator;
export declare const trackTryon_402: CompiledValidator;
export declare const trackTryon_403: CompiledValidator;
