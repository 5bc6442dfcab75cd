import { isDeepStrictEqual } from 'node:util';
import { type Finding, finding, show, unless } from '../../../core/cells/finding.ts';
import { documentedAnswer } from '../../../core/contract/documented.ts';
import {
  type BrowserAnswer,
  headerValues,
  isAnswer,
  jsonObjectOf,
  jsonOf,
} from '../../../core/http/answer.ts';
import type { Expected, ExpectedError, ExpectedStatus } from '../oracle/expected.ts';
import { type Exchange, type Minted, mintedIn } from './exchange.ts';

/** The same for what the upstream brought about: an adapter that never asked cannot have told it right. */
export function judgeTold(exchange: Exchange): Finding[] {
  const { upstream, unreachable, calls } = exchange;
  const asked = calls.some(({ request }) => request.operationId === upstream);
  const idle = unless(asked || unreachable, `${upstream} was not asked, so its answer was not told`);
  return [...idle, ...judgeExpected(exchange)];
}

/** Holds what the browser got against what the oracle says. */
export function judgeExpected(exchange: Exchange): Finding[] {
  const { expected, outcome, calls } = exchange;
  if (!isAnswer(outcome)) return [finding('the browser got no answer', describe(expected), outcome.failure)];
  if (expected.kind === 'error') return compareError(expected, outcome);
  const status = expected.kind === 'documented' ? expected.status : 200;
  if (outcome.status !== status) {
    const got = `${outcome.status} ${show(outcome.body.toString())}`;
    return [finding('the status is another', describe(expected), got)];
  }
  const body = jsonObjectOf(outcome);
  if (!body) return [finding('the body is no JSON object', describe(expected), outcome.body.toString())];
  switch (expected.kind) {
    case 'documented': {
      const shown = documentedAnswer(exchange.operationId, status)?.examples.map(({ value }) => value ?? {});
      const always = Object.keys(shown?.[0] ?? {}).filter((name) =>
        shown?.every((one) => name in (one as object)),
      );
      const missing = always.filter((name) => !(name in body));
      return unless(missing.length === 0, 'the answer lacks what is documented', missing.join(', '), body);
    }
    case 'body': {
      const same = isDeepStrictEqual(jsonOf(outcome), expected.body);
      return unless(same, 'the body is not what the upstream answered', expected.body, body);
    }
    case 'status':
      return compareFields(expected, body);
    case 'session':
      return compareSession(mintedIn(calls).at(-1), body);
  }
}

function describe(expected: Expected): string {
  switch (expected.kind) {
    case 'error':
      return [
        expected.native === undefined ? expected.status : `${expected.status} or ${expected.native}`,
        expected.code,
        expected.error && `error=${expected.error}`,
        expected.reason && `reason=${expected.reason}`,
      ]
        .filter((part) => part !== undefined)
        .join(' ');
    case 'status':
      return `200 access=${expected.access}`;
    case 'session':
      return '200 with the minted token';
    case 'body':
      return `200 ${show(expected.body)}`;
    case 'documented':
      return `${expected.status}`;
  }
}

function compareError(expected: ExpectedError, outcome: BrowserAnswer): Finding[] {
  if (expected.native !== undefined && outcome.status === expected.native) {
    const message = jsonObjectOf(outcome)?.message;
    return unless(typeof message === 'string', 'the framework’s own error has no message');
  }
  const body = jsonObjectOf(outcome);
  const got = `${outcome.status} ${show(body ?? outcome.body.toString())}`;
  if (outcome.status !== expected.status) return [finding('the status is another', describe(expected), got)];
  if (expected.nativeCode !== undefined && body?.code === expected.nativeCode) return [];
  if (body?.code !== expected.code) return [finding('the code is another', describe(expected), got)];
  if (expected.errorIsOptional && body.error === undefined) return [];
  const { error = 'none', reason = 'none' } = expected;
  return [
    ...unless(
      body.error === expected.error,
      'the portal’s word (error) is not kept as it was',
      error,
      body.error ?? 'none',
    ),
    ...unless(
      body.reason === expected.reason,
      'the reason is not kept as it was',
      reason,
      body.reason ?? 'none',
    ),
  ];
}

/** `Retry-After` word for word. Not part of `judgeExpected`, so that its loss is one finding of one rule. */
export function judgeRetryAfter({ outcome, expected }: Exchange): Finding[] {
  if (expected.kind !== 'error' || expected.retryAfter === undefined) return [];
  if (!isAnswer(outcome)) return [finding('the browser got no answer', describe(expected), outcome.failure)];
  const values = headerValues(outcome, 'retry-after');
  const right = values.length === 1 && values[0] === expected.retryAfter;
  const got = values.join(', ') || 'no Retry-After';
  return unless(right, 'Retry-After is not the one to give', expected.retryAfter, got);
}

function compareFields(expected: ExpectedStatus, body: Record<string, unknown>): Finding[] {
  return [
    ...unless(body.access === expected.access, 'access is another', expected.access, body.access ?? 'none'),
    ...Object.entries(expected.fields).flatMap(([name, value]) => {
      const same = isDeepStrictEqual(body[name], value);
      return unless(same, `${name} is not what the upstream said`, value ?? 'none', body[name] ?? 'none');
    }),
  ];
}

function compareSession(minted: Minted | undefined, body: Record<string, unknown>): Finding[] {
  if (!minted)
    return [
      finding('a session was answered that the portal never minted', 'a call to createSession', 'none'),
    ];
  const { token, expiresAt = 'none', expiresIn = 'none' } = body;
  const sameEnd = Date.parse(String(expiresAt)) === Date.parse(minted.expires_at);
  const left = (Date.parse(minted.expires_at) - Date.now()) / 1000;
  const sameLeft = Math.abs(Number(expiresIn) - Math.min(left, minted.expires_in)) <= 5;
  return [
    ...unless(token === minted.token, 'the token is not the minted one', minted.token, token),
    ...unless(sameEnd, 'expiresAt is not the portal’s', minted.expires_at, expiresAt),
    ...unless(sameLeft, 'expiresIn does not say what is left', Math.floor(left), expiresIn),
  ];
}
