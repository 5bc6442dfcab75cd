import { ERRORS, PORTAL_ERRORS } from '@genvoris/contract';
import { type Finding, finding } from '../../../core/cells/finding.ts';
import { ERROR_REASONS } from '../../../core/contract/reasons.ts';
import { headerValues, isAnswer, traceIn } from '../../../core/http/answer.ts';
import { judgeDocumented } from '../../../core/http/documented-answer.ts';
import { noRequestId, requestIdOf } from '../../../core/http/request-id.ts';
import { operation } from '../calls/call.ts';
import { describe, type Reply } from '../calls/reply.ts';
import type { ProviderSettings } from '../harness/harness.ts';
import type { GeneralRule } from './rules.ts';

export interface Judgement {
  readonly settings: ProviderSettings;
  /** Every request id of the run so far. */
  readonly requestIds: Set<string>;
}

type GeneralJudge = (reply: Reply, judgement: Judgement) => Finding[] | Promise<Finding[]>;

/** The rules that every answer is held to, whatever a cell is about. */
export const GENERAL_JUDGES: Readonly<Record<GeneralRule, GeneralJudge>> = {
  spec: judgeSpec,
  'error-word': judgeErrorWord,
  'request-id': judgeRequestId,
  'no-secret': judgeNoSecret,
  'no-internals': judgeNoInternals,
  'not-shared': judgeNotShared,
};

/** Of a path or method that is not documented there is no operation to hold the answer to. */
function isRouted({ call }: Reply): boolean {
  return call.method === undefined;
}

async function judgeSpec(reply: Reply): Promise<Finding[]> {
  const { call, outcome } = reply;
  if (!isRouted(reply)) {
    const bodiless = call.method === 'HEAD' || call.method === 'OPTIONS';
    if (!isAnswer(outcome)) return [finding('no answer came', 'a documented one', outcome.failure)];
    return bodiless || reply.body !== undefined ? [] : [finding('the body is not JSON', 'JSON', reply.text)];
  }
  const unlikelyPath = call.path !== undefined && reply.status === 404;
  if (unlikelyPath)
    return reply.body === undefined ? [finding('the body is not JSON', 'JSON', reply.text)] : [];
  return judgeDocumented({ operationId: call.operationId, outcome });
}

function judgeErrorWord(reply: Reply): Finding[] {
  const { status, body, call } = reply;
  if (status < 400 || call.method === 'HEAD' || call.method === 'OPTIONS') return [];
  const word: unknown = body?.error ?? body?.code;
  const catalogues: Readonly<Record<string, { readonly status: number }>> =
    body?.error === undefined ? ERRORS : PORTAL_ERRORS;
  if (typeof word !== 'string' || !Object.hasOwn(catalogues, word))
    return [finding('the error has no catalogued word', 'error or code of the catalogues', describe(reply))];
  const findings: Finding[] = [];
  if (catalogues[word]?.status !== status)
    findings.push(finding(`${word} comes with another status`, catalogues[word]?.status, status));
  const reason: unknown = body.reason;
  if (reason !== undefined && !ERROR_REASONS.get(word)?.has(String(reason)))
    findings.push(finding(`${word} comes with a reason that is not its own`, undefined, reason));
  return findings;
}

function judgeRequestId({ outcome, call }: Reply, { requestIds }: Judgement): Finding[] {
  if (!isAnswer(outcome)) return [];
  const id = requestIdOf(outcome);
  if (id === undefined) return [noRequestId(outcome)];
  const chosen = Object.keys(call.headers ?? {}).some((name) => name.toLowerCase() === 'x-request-id');
  if (!chosen && requestIds.has(id)) return [finding('two requests have the same id', 'one of its own', id)];
  requestIds.add(id);
  return [];
}

function judgeNoSecret({ outcome, call }: Reply, { settings }: Judgement): Finding[] {
  if (!isAnswer(outcome)) return [];
  const secrets: Readonly<Record<string, string | undefined>> = {
    'the API key': settings.apiKey,
    'the second API key': settings.secondApiKey,
    'the internal secret': settings.internalSecret,
    'the session token':
      tokenIn(call.headers) ?? tokenIn(call.body && 'json' in call.body ? call.body.json : undefined),
  };
  return Object.entries(secrets).flatMap(([name, secret]) => {
    if (secret === undefined || secret.length < 12) return [];
    const form = traceIn(outcome, secret);
    return form ? [finding(`${name} is repeated, in ${form}`, 'no byte of it')] : [];
  });
}

function tokenIn(fields: unknown): string | undefined {
  const { end_customer_token: inBody, 'X-End-Customer-Token': inHeader } = (fields ?? {}) as Record<
    string,
    unknown
  >;
  const token = inBody ?? inHeader;
  return typeof token === 'string' ? token : undefined;
}

const INTERNALS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a stack trace', /\bat [^\n"]{1,80}\(?(?:file:|node:|\/)[^\n"]{1,200}:\d+:\d+/],
  [
    'a file of the server',
    /node_modules|file:\/\/\/|\/(?:usr|home|var|work|app)\/[\w./-]+\.(?:ts|js|php|py)\b/,
  ],
  [
    'an SQL statement',
    /\b(?:select|insert into|delete from|update)\b[^"]{1,200}\b(?:from|values|set|where)\b/i,
  ],
  [
    'a database error',
    /SQLSTATE|invalid byte sequence|violates \w+[- ]\w* ?constraint|duplicate key value|relation "|column "|syntax error at or near/i,
  ],
  [
    'a language error',
    /TypeError|ReferenceError|SyntaxError|Cannot read propert|undefined is not|Unexpected token/,
  ],
];

function judgeNoInternals(reply: Reply): Finding[] {
  if (reply.status < 400) return [];
  return INTERNALS.flatMap(([name, pattern]) => {
    const found = pattern.exec(reply.text);
    return found ? [finding(`the error shows ${name}`, 'nothing of the kind', found[0])] : [];
  });
}

function judgeNotShared({ outcome, call }: Reply): Finding[] {
  if (!isAnswer(outcome) || operation(call.operationId).security.length === 0) return [];
  const value = headerValues(outcome, 'cache-control').join(', ').toLowerCase();
  const kept = /\bpublic\b|s-maxage=[1-9]|max-age=[1-9]/.test(value) && !/no-store|private/.test(value);
  return kept ? [finding('a shared cache may keep the answer', 'no-store, private or nothing', value)] : [];
}
