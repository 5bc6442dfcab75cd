import { member } from '../gateway/answer.ts';
import { KNOWN_MONETIZATION_MODELS } from '../tables.ts';

const DATE_TIME = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

/**
 * Whether the fields beside `access` are what openapi/shared/status.yaml documents.
 *
 * The contract's compiled validator says the same and would add a third to the script; a
 * test holds the two together.
 */
export function isDocumentedStatus(body: unknown): boolean {
  const model = member(body, 'monetizationModel');
  const quota = member(body, 'quota');
  return (
    (model === undefined || (KNOWN_MONETIZATION_MODELS as readonly unknown[]).includes(model)) &&
    (quota === undefined ? model !== 'per_tryon' : isQuota(quota)) &&
    optional(member(body, 'message'), isMessage) &&
    // Neither changes what is shown, so any will do.
    optional(member(body, 'plan'), isText) &&
    optional(member(body, 'externalId'), isText) &&
    optional(member(body, 'overageEnabled'), (flag) => typeof flag === 'boolean')
  );
}

export function readDate(value: unknown): Date | undefined {
  if (typeof value !== 'string' || !DATE_TIME.test(value)) return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function isQuota(quota: unknown): boolean {
  return (
    isCount(member(quota, 'used')) &&
    isCount(member(quota, 'limit')) &&
    readDate(member(quota, 'resetsAt')) !== undefined
  );
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isMessage(value: unknown): boolean {
  return typeof value === 'string' && [...value].length <= 500;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function optional(value: unknown, holds: (value: unknown) => boolean): boolean {
  return value === undefined || holds(value);
}
