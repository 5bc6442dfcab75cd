import type { Answer } from './answer.ts';

/** The widget's questions to the server. No call rejects. */
export interface Gateway {
  status(productId: string | undefined, abort: AbortSignal): Promise<Answer>;
  analyze(form: FormData, abort: AbortSignal): Promise<Answer>;
  tryon(form: FormData, abort: AbortSignal): Promise<Answer>;
  checkout(productId: string | undefined, abort: AbortSignal): Promise<Answer>;
}

/** How long each kind of question may take, the answer's body included. */
export const TIMEOUT_MS = { short: 10_000, analyze: 60_000, tryon: 180_000 };
