import type { ProviderOperationId } from '../calls/call.ts';
import type { Reply } from '../calls/reply.ts';
import type { ProviderHarness } from '../harness/harness.ts';

/** Brings a documented answer about by calls of the contract alone, and returns it. */
export type Recipe = (harness: ProviderHarness, operationId: ProviderOperationId) => Promise<Reply>;
