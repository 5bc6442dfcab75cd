import { type Finding, finding, unless } from '../../../core/cells/finding.ts';
import { headerValues, isAnswer } from '../../../core/http/answer.ts';
import { noRequestId, requestIdOf } from '../../../core/http/request-id.ts';
import type { Exchange } from './exchange.ts';

export function judgeRequestId({ outcome, calls }: Exchange): Finding[] {
  if (!isAnswer(outcome)) return [finding('the browser got no answer', 'an X-Request-Id', outcome.failure)];
  const id = requestIdOf(outcome);
  if (id === undefined) return [noRequestId(outcome)];
  // The adapter may hand its own id upstream; taking the upstream's for its own is copying a header.
  const sentUpstream = calls.some(({ request }) => request.headerValues('x-request-id').includes(id));
  const copied = calls.some(({ answer }) =>
    Object.values(answer?.headers ?? {})
      .flat()
      .includes(id),
  );
  const own = !copied || sentUpstream;
  return unless(own, 'the request id is the upstream’s, not the adapter’s own', undefined, id);
}

export function judgePrivate({ outcome }: Exchange): Finding[] {
  if (!isAnswer(outcome)) return [finding('the browser got no answer', 'Cache-Control', outcome.failure)];
  const values = headerValues(outcome, 'cache-control');
  const parts = values.flatMap((value) => value.toLowerCase().split(',')).map((part) => part.trim());
  const closed = parts.length === 2 && parts.includes('private') && parts.includes('no-store');
  const got = values.join(', ') || 'none';
  return unless(closed, 'a cache may keep the answer', 'Cache-Control: private, no-store', got);
}

/** What a `RateLimit-Policy` announces: how many requests in how many seconds. */
export function readPolicy(
  outcome: Exchange['outcome'],
): { quota: number; windowSeconds: number } | undefined {
  if (!isAnswer(outcome)) return undefined;
  const policy = headerValues(outcome, 'ratelimit-policy')[0] ?? '';
  const quota = /;\s*q=(\d+)/.exec(policy)?.[1];
  const window = /;\s*w=(\d+)/.exec(policy)?.[1];
  return quota && window ? { quota: Number(quota), windowSeconds: Number(window) } : undefined;
}

/** What a `RateLimit` says is left. */
export function readRemaining(outcome: Exchange['outcome']): number | undefined {
  if (!isAnswer(outcome)) return undefined;
  const left = /;\s*r=(\d+)/.exec(headerValues(outcome, 'ratelimit')[0] ?? '')?.[1];
  return left === undefined ? undefined : Number(left);
}

export function judgeRateLimitHeaders({ outcome }: Exchange): Finding[] {
  if (!isAnswer(outcome)) return [finding('the browser got no answer', 'RateLimit headers', outcome.failure)];
  const [policy = 'none'] = headerValues(outcome, 'ratelimit-policy');
  const announces = readPolicy(outcome) !== undefined;
  const [limit = 'none'] = headerValues(outcome, 'ratelimit');
  const tells = readRemaining(outcome) !== undefined;
  return [
    ...unless(
      announces,
      'the answer does not announce its limit',
      'RateLimit-Policy: "default";q=…;w=…',
      policy,
    ),
    ...unless(tells, 'the answer does not say what is left', 'RateLimit: "default";r=…;t=…', limit),
  ];
}
