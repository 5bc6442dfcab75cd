// Generated from openapi by `pnpm generate`. Do not edit.
import type { CompiledValidator } from '../../validation.ts';
export declare const ConnectUrl: CompiledValidator;
export declare const ConnectState: CompiledValidator;
export declare const ConnectPage: CompiledValidator;
export declare const ConnectDecision: CompiledValidator;
export declare const ConnectExchangeRequest: CompiledValidator;
export declare const ConnectStoreId: CompiledValidator;
export declare const ConnectedStore: CompiledValidator;
export declare const ConnectExchange: CompiledValidator;
