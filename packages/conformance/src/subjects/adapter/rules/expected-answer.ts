import { isDeepStrictEqual } from 'node:util';
import { type Finding, finding, show } from '../../../core/cells/finding.ts';
import { documentedAnswer } from '../../../core/contract/documented.ts';
import { headerValues, isAnswer, jsonObjectOf, jsonOf } from '../../../core/http/answer.ts';
import type { Expected, ExpectedError, ExpectedStatus } from '../oracle/expected.ts';
import type { Exchange } from './exchange.ts';

/** Holds what the browser got against what the oracle says. */
export function judgeExpected(exchange: Exchange): Finding[] {
  return compare(exchange.expected, exchange);
}

/** The same for what the upstream brought about: an adapter that never asked cannot have told it right. */
export function judgeTold(exchange: Exchange): Finding[] {
  const { upstream, unreachable, calls } = exchange;
  const asked = calls.some(({ request }) => request.operationId === upstream);
  const idle = asked || unreachable ? [] : [finding(`${upstream} was not asked, so its answer was not told`)];
  return [...idle, ...judgeExpected(exchange)];
}

export function compare(expected: Expected, exchange: Exchange): Finding[] {
  const { outcome, calls, harness } = exchange;
  if (!isAnswer(outcome)) return [finding('the browser got no answer', describe(expected), outcome.failure)];
  if (expected.kind === 'error') return compareError(expected, outcome);
  const status = expected.kind === 'documented' ? expected.status : 200;
  if (outcome.status !== status) {
    return [
      finding(
        'the status is another',
        describe(expected),
        `${outcome.status} ${show(outcome.body.toString())}`,
      ),
    ];
  }
  const body = jsonObjectOf(outcome);
  if (!body) return [finding('the body is no JSON object', describe(expected), outcome.body.toString())];
  switch (expected.kind) {
    case 'documented': {
      const shown = documentedAnswer(exchange.operationId, status)?.examples[0]?.value ?? {};
      const missing = Object.keys(shown).filter((name) => !(name in body));
      return missing.length === 0
        ? []
        : [finding('the answer lacks what is documented', missing.join(', '), body)];
    }
    case 'body':
      return isDeepStrictEqual(jsonOf(outcome), expected.body)
        ? []
        : [finding('the body is not what the upstream answered', expected.body, body)];
    case 'status':
      return compareFields(expected, body);
    case 'session': {
      const minted = calls.findLast(({ request }) => request.operationId === 'createSession')?.answer;
      return compareSession(
        minted && (JSON.parse(Buffer.from(minted.body).toString()) as Minted),
        body,
        harness.now(),
      );
    }
  }
}

export function describe(expected: Expected): string {
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

function compareError(expected: ExpectedError, outcome: Exchange['outcome']): Finding[] {
  if (!isAnswer(outcome)) return [];
  if (expected.native !== undefined && outcome.status === expected.native) {
    const message = jsonObjectOf(outcome)?.message;
    return typeof message === 'string' ? [] : [finding('the framework’s own error has no message')];
  }
  const body = jsonObjectOf(outcome);
  const got = `${outcome.status} ${body ? show(body) : show(outcome.body.toString())}`;
  if (outcome.status !== expected.status) return [finding('the status is another', describe(expected), got)];
  if (body?.code !== expected.code) return [finding('the code is another', describe(expected), got)];
  const findings: Finding[] = [];
  const mayLack = expected.errorIsOptional && body.error === undefined;
  if (!mayLack && body.error !== expected.error) {
    findings.push(
      finding(
        'the portal’s word (error) is not kept as it was',
        expected.error ?? 'none',
        body.error ?? 'none',
      ),
    );
  }
  if (!mayLack && body.reason !== expected.reason) {
    findings.push(
      finding('the reason is not kept as it was', expected.reason ?? 'none', body.reason ?? 'none'),
    );
  }
  return findings;
}

/** `Retry-After` word for word. Not part of `compare`, so that its loss is one finding of one rule. */
export function judgeRetryAfter({ outcome, expected }: Exchange): Finding[] {
  if (expected.kind !== 'error' || expected.retryAfter === undefined) return [];
  if (!isAnswer(outcome)) return [finding('the browser got no answer', describe(expected), outcome.failure)];
  const values = headerValues(outcome, 'retry-after');
  if (values.length === 1 && values[0] === expected.retryAfter) return [];
  return [
    finding('Retry-After is not the one to give', expected.retryAfter, values.join(', ') || 'no Retry-After'),
  ];
}

function compareFields(expected: ExpectedStatus, body: Record<string, unknown>): Finding[] {
  const findings: Finding[] = [];
  if (body.access !== expected.access)
    findings.push(finding('access is another', expected.access, body.access ?? 'none'));
  for (const [name, value] of Object.entries(expected.fields)) {
    if (!isDeepStrictEqual(body[name], value)) {
      findings.push(finding(`${name} is not what the upstream said`, value ?? 'none', body[name] ?? 'none'));
    }
  }
  return findings;
}

interface Minted {
  token: string;
  expires_in: number;
  expires_at: string;
}

function compareSession(minted: Minted | undefined, body: Record<string, unknown>, now: number): Finding[] {
  if (!minted)
    return [
      finding('a session was answered that the portal never minted', 'a call to createSession', 'none'),
    ];
  const findings: Finding[] = [];
  if (body.token !== minted.token)
    findings.push(finding('the token is not the minted one', minted.token, body.token));
  if (Date.parse(String(body.expiresAt)) !== Date.parse(minted.expires_at)) {
    findings.push(finding('expiresAt is not the portal’s', minted.expires_at, body.expiresAt ?? 'none'));
  }
  const left = (Date.parse(minted.expires_at) - now) / 1000;
  const said = Number(body.expiresIn);
  if (!(Math.abs(said - Math.min(left, minted.expires_in)) <= 5)) {
    findings.push(finding('expiresIn does not say what is left', Math.floor(left), body.expiresIn ?? 'none'));
  }
  return findings;
}
