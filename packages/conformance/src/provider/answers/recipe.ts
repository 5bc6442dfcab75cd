import type { ProviderOperationId } from '../call.ts';
import type { Reply } from '../reply.ts';
import type { ProviderStage } from '../stage.ts';

/** Brings a documented answer about by calls of the contract alone, and answers with it. */
export type Recipe = (stage: ProviderStage, operationId: ProviderOperationId) => Promise<Reply>;
