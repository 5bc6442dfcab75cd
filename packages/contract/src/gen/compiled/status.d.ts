// Generated from openapi by `pnpm generate`. Do not edit.
import type { CompiledValidator } from '../../validation.ts';
export declare const getStatus_402: CompiledValidator;
