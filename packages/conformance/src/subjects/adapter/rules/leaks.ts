import { isDeepStrictEqual } from 'node:util';
import { type Finding, finding, unless } from '../../../core/cells/finding.ts';
import { headerOf, isAnswer, jsonObjectOf, traceIn } from '../../../core/http/answer.ts';
import { findTrace } from '../../../core/http/traces.ts';
import type { Exchange } from './exchange.ts';

/** Searches every byte that reached the browser for the adapter's secrets. */
export function judgeNoSecret({ outcome, calls, harness }: Exchange): Finding[] {
  if (!isAnswer(outcome))
    return [finding('the browser got no answer, so nothing is shown', undefined, outcome.failure)];
  const { apiKey, internalSecret } = harness.canaries;
  const used = calls.some(
    ({ request }) => request.target.includes(apiKey) || request.rawHeaders.join('\n').includes(apiKey),
  );
  const findings = used ? [] : [finding('the key was not used upstream, so its absence shows nothing')];
  const secrets = { 'the API key': apiKey, 'the internal secret': internalSecret };
  for (const [name, secret] of Object.entries(secrets)) {
    if (secret === undefined) continue;
    const form = traceIn(outcome, secret);
    if (form)
      findings.push(
        finding(`${name} reached the browser, in ${form}`, 'no byte of it', where(outcome, secret)),
      );
  }
  return findings;
}

/** Nothing the upstream put into its headers comes back to the browser. */
export function judgeHeadersBack({ outcome, calls, harness }: Exchange): Finding[] {
  if (!isAnswer(outcome))
    return [finding('the browser got no answer, so nothing is shown', undefined, outcome.failure)];
  if (calls.length === 0) return [finding('the upstream was not called, so nothing is shown')];
  const canary = harness.canaries.upstreamHeader;
  const absent = traceIn(outcome, canary) === undefined;
  return unless(absent, 'a header of the upstream reached the browser', 'none', where(outcome, canary));
}

const ERROR_FIELDS = ['code', 'message', 'error', 'reason'];

/** An error body is the adapter's own: four documented fields, and no text of the upstream's. */
export function judgeErrorBody({ outcome, calls, harness }: Exchange): Finding[] {
  if (!isAnswer(outcome))
    return [finding('the browser got no answer, so nothing is shown', undefined, outcome.failure)];
  if (calls.length === 0) return [finding('the upstream was not called, so nothing is shown')];
  const body = jsonObjectOf(outcome);
  const own = typeof body?.code === 'string';
  // WordPress repeats the status, and nothing else, in one more.
  const repeated = isDeepStrictEqual(body?.data, { status: outcome.status }) ? ['data'] : [];
  const known = [...ERROR_FIELDS, ...repeated];
  const extra = Object.keys(body ?? {}).filter((name) => !known.includes(name));
  const foreign = 'the error has fields that are not the storefront’s';
  const copied = [harness.canaries.upstreamBody, 'upstream-stack-trace-marker'].filter((text) =>
    traceIn(outcome, text),
  );
  return [
    ...unless(own, 'the error is not the storefront’s own', 'an object with a code', outcome.body.toString()),
    ...unless(extra.length === 0, foreign, ERROR_FIELDS.join(', '), extra.join(', ')),
    ...copied.map((text) =>
      finding('text of the upstream’s error body reached the browser', 'none of it', where(outcome, text)),
    ),
  ];
}

function where(outcome: Exchange['outcome'], text: string): string {
  if (!isAnswer(outcome)) return outcome.failure;
  for (let i = 1; i < outcome.rawHeaders.length; i += 2) {
    const name = outcome.rawHeaders[i - 1] ?? '';
    if (findTrace(Buffer.from(`${name}: ${outcome.rawHeaders[i]}`, 'latin1'), text))
      return `the header ${name}`;
  }
  return `the body (${headerOf(outcome, 'content-type') ?? 'no content type'})`;
}
