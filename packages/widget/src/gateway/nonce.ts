import { STATUS_MAX_BYTES } from '../tables.ts';
import { type Answer, exchange, isSuccess, member } from './answer.ts';

export interface Nonce {
  header: string;
  value: string;
}

const UNUSABLE: Answer = { status: 0, body: undefined };
const SPARE_MS = 30_000;

/** Keeps the CSRF token of `GET /nonce` for as long as it is good. */
export function createNonceKeeper(url: string, timeoutMs: number) {
  let kept: (Nonce & { until: number }) | undefined;
  return {
    /** The token, or the answer that failed to give one. */
    async get(abort: AbortSignal): Promise<Nonce | Answer> {
      if (kept && Date.now() < kept.until) return kept;
      const limits = { maxBytes: STATUS_MAX_BYTES, timeoutMs };
      const answer = await exchange(url, { credentials: 'same-origin' }, limits, abort);
      const value = member(answer.body, 'nonce');
      const header = member(answer.body, 'header');
      if (!isSuccess(answer)) return answer;
      // Anything else would make fetch throw.
      if (!isText(header, /^X-[A-Za-z0-9-]+$/) || !isText(value, /^[\x21-\x7e]+$/)) return UNUSABLE;
      const expiresAt = Date.parse(String(member(answer.body, 'expiresAt')));
      kept = { header, value, until: (expiresAt || 0) - SPARE_MS };
      return kept;
    },
    drop(): void {
      kept = undefined;
    },
  };
}

function isText(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}
