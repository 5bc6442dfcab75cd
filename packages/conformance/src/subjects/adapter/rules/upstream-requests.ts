import { isDeepStrictEqual } from 'node:util';
import type { FaultName, PortalErrorCode } from '@genvoris/contract';
import type { RecordedRequest } from '@genvoris/mock';
import { type Finding, finding, unless } from '../../../core/cells/finding.ts';
import { operationOf } from '../../../core/contract/documented.ts';
import { upstreamOf } from '../../../core/contract/storefront.ts';
import { isJsonObject } from '../../../core/http/json.ts';
import { findTrace } from '../../../core/http/traces.ts';
import type { Exchange } from './exchange.ts';

const DETAILS_REFUSED: ReadonlySet<string> = new Set([
  'invalid_body',
  'metadata_too_large',
] satisfies PortalErrorCode[]);
const RESET = `fault_${'reset_before_headers' satisfies FaultName}`;

/** The calls are documented ones, at their own paths, for this viewer, and none more often than it should be. */
export function judgeUpstreamCall(exchange: Exchange): Finding[] {
  const { operationId, calls, shopper, upstream, harness } = exchange;
  const findings: Finding[] = [];
  const steps = upstreamOf(operationId);
  const counts = new Map<string, number>();
  for (const { request } of calls) {
    const step = steps.find((one) => one.operationId === request.operationId);
    const called = `${request.method} ${request.target}`;
    if (!step) {
      const known = steps.map((one) => one.operationId).join(', ');
      findings.push(finding('the adapter called what this operation has no business with', known, called));
      continue;
    }
    if (step.when === 'shopper' && shopper === undefined) {
      findings.push(finding('a call that is made for shoppers was made for a guest', undefined, called));
    }
    const { path } = operationOf(step.operationId);
    findings.push(...unless(pathIsConstant(request), 'the path is not the documented one', path, called));
    counts.set(step.operationId, (counts.get(step.operationId) ?? 0) + 1);
  }
  for (const [id, count] of counts) {
    // A GET may be tried again; a POST that is repeated may charge twice, unless its connection was closed before it came.
    const again =
      operationOf(id as never).method === 'GET' || wasResetBefore(calls, id) || leavesOutDetails(calls, id);
    const most = again ? 2 : 1;
    if (count > most)
      findings.push(finding(`${id} was called too often for one call of the browser`, most, count));
  }
  if (upstream && !exchange.unreachable && !counts.has(upstream)) {
    findings.push(finding(`${upstream} was not called`, operationOf(upstream).path, 'no call'));
  }
  for (const { rawHeaders, target } of harness.upstream.followed) {
    const got = `${target} with ${rawHeaders.length / 2} headers`;
    findings.push(finding('a redirect to another host was followed', 'no call there', got));
  }
  return findings;
}

/** An adapter cannot tell a kept connection that was reset before its request came from one that was reset after. */
function wasResetBefore(calls: Exchange['calls'], operationId: string): boolean {
  const [first, second] = calls
    .map(({ request }) => request)
    .filter((request) => request.operationId === operationId);
  return first?.scenario === RESET && second !== undefined && second.connection !== first.connection;
}

/** Details of the shopper that the portal refuses are left out: no optional one is worth the shopper's visit. */
function leavesOutDetails(calls: Exchange['calls'], operationId: string): boolean {
  if (operationId !== 'upsertCustomer') return false;
  const [first, second] = calls
    .map(({ request }) => request)
    .filter((request) => request.operationId === operationId);
  const before = first?.json();
  const after = second?.json();
  return (
    DETAILS_REFUSED.has(first?.scenario ?? '') &&
    isJsonObject(before) &&
    isJsonObject(after) &&
    Object.keys(after).length < Object.keys(before).length &&
    after.externalId === before.externalId &&
    Object.entries(after).every(([name, value]) => isDeepStrictEqual(value, before[name]))
  );
}

// An id in the path is the customer's, as one segment; nothing else varies.
function pathIsConstant(request: RecordedRequest): boolean {
  const [path = ''] = request.target.split('?');
  const template = operationOf(request.operationId as never).path.split('/');
  const segments = path.split('/');
  return (
    segments.length === template.length &&
    template.every((part, i) =>
      part.startsWith('{') ? /^[A-Za-z0-9_.~%-]+$/.test(segments[i] ?? '') : part === segments[i],
    )
  );
}

export function judgeKey({ calls, harness }: Exchange): Finding[] {
  if (calls.length === 0) return [finding('the upstream was not called, so no key was sent')];
  const { apiKey } = harness.canaries;
  return calls.flatMap(({ request }) => {
    const bearer = request.headerValues('authorization');
    const query = new URLSearchParams(request.target.split('?')[1] ?? '').getAll('api_key');
    const inQuery = operationOf(request.operationId as never).security.some((schemes) =>
      schemes.includes('ApiKeyQuery'),
    );
    const asBearer = bearer.length === 1 && bearer[0] === `Bearer ${apiKey}`;
    const asQuery = inQuery && bearer.length === 0 && query.length === 1 && query[0] === apiKey;
    const message = `${request.operationId} did not get the store’s key`;
    const got = bearer.join(', ') || 'no Authorization';
    return unless(asBearer || asQuery, message, 'Authorization: Bearer <the key>', got);
  });
}

export function judgeCookie({ calls, harness }: Exchange): Finding[] {
  return judgeAbsent(calls, (request) => {
    const cookies = request.headerValues('cookie');
    if (cookies.length > 0) return ['a Cookie header went upstream', cookies.join('; ')];
    return (
      traceIn(request, harness.canaries.cookie) && ['a cookie of the browser went upstream', request.target]
    );
  });
}

/** What the browser smuggled as keys, in any place. */
export function judgeClientKey({ calls, harness }: Exchange): Finding[] {
  const { client } = harness.canaries;
  return judgeAbsent(calls, (request) => {
    const [path = '', query = ''] = request.target.split('?');
    if (findTrace(Buffer.from(query), client))
      return ['a key from the browser’s query went upstream', `${path}?${query}`];
    for (const name of [
      'authorization',
      'proxy-authorization',
      'x-api-key',
      'x-internal-secret',
      'x-end-customer-token',
    ]) {
      const values = request.headerValues(name).filter((value) => findTrace(Buffer.from(value), client));
      if (values.length > 0) return [`${name} of the browser went upstream`, values.join(', ')];
    }
    // The photo's form goes as it is; a body the adapter writes itself has nothing of the browser's keys.
    const own = request.header('content-type')?.startsWith('application/json') ?? false;
    return (
      own &&
      findTrace(request.body, client) && [
        'a key from the browser’s body went upstream',
        request.body.toString(),
      ]
    );
  });
}

const NEVER_UPSTREAM =
  /^(proxy-.*|x-forwarded.*|forwarded|x-real-ip|via|te|trailer|upgrade|keep-alive|sec-.*|x-wp-nonce|x-xsrf-token|x-csrf-token|x-smuggled.*|x-hop.*|x-http-method-override|priority|dnt)$/i;

export function judgeRequestHeaders({ calls, harness }: Exchange): Finding[] {
  return judgeAbsent(calls, (request) => {
    for (let i = 0; i < request.rawHeaders.length; i += 2) {
      const [name = '', value = ''] = request.rawHeaders.slice(i, i + 2);
      if (NEVER_UPSTREAM.test(name)) return [`the header ${name} went upstream`, value];
      if (name.toLowerCase() === 'connection' && !/^(keep-alive|close)$/i.test(value)) {
        return ['the browser’s Connection options went upstream', value];
      }
      if (findTrace(Buffer.from(value), harness.canaries.client))
        return [`the browser’s text went upstream in ${name}`, value];
    }
    return undefined;
  });
}

function judgeAbsent(
  calls: Exchange['calls'],
  seen: (request: RecordedRequest) => [message: string, actual: string] | false | undefined | '',
): Finding[] {
  if (calls.length === 0) return [finding('the upstream was not called, so nothing is shown')];
  return calls.flatMap(({ request }) => {
    const found = seen(request);
    return found ? [finding(`${found[0]} (${request.operationId})`, 'nothing of it', found[1])] : [];
  });
}

function traceIn(request: RecordedRequest, text: string): boolean {
  return [request.rawHeaders.join('\n'), request.target].some(
    (part) => findTrace(Buffer.from(part), text) !== undefined,
  );
}
