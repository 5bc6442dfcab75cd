import { ACCESS_VALUES, type Access, ERRORS, type ErrorCode } from './gen/catalogue.ts';

import {
  ExternalId as isExternalId,
  Plan as isPlan,
  StatusResponse as isStatus,
} from './gen/compiled/shared.js';
import { CtaType as isCtaType, ShopperView as isShopperView } from './gen/compiled/storefront.js';

import type { StatusResponse } from './gen/types/status.ts';
import type { ShopperView, StorefrontStatus } from './gen/types/storefront.ts';

type EveryKey<Union> = Union extends unknown ? keyof Union : never;

// Keyed by the type, so that a field added to the contract does not compile until it is read here.
const STATUS_FIELDS: Record<EveryKey<StatusResponse>, true> = {
  access: true,
  message: true,
  quota: true,
  plan: true,
  monetizationModel: true,
  overageEnabled: true,
  externalId: true,
};

const QUOTA_FIELDS: Record<keyof NonNullable<StatusResponse['quota']>, true> = {
  used: true,
  limit: true,
  resetsAt: true,
};

const SHOPPER_FIELDS: Record<keyof ShopperView, true> = {
  canTryOn: true,
  ctaType: true,
  ctaUrl: true,
  remaining: true,
  sessionToken: true,
};

/**
 * Reads what another version may have put in a status the way this one has to: an object whose `access`
 * is missing or not known is `ERROR`, and a plan or an externalId that is not canonical is left out, for
 * neither changes what is shown. Whatever else is wrong is left as it is, for a validator to find.
 *
 * @see openapi/status.yaml getStatus
 * @example tolerateStatus({ access: 'ALLOWED', plan: 'Platinum' }) // { access: 'ALLOWED' }
 */
export function tolerateStatus(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? tolerate({ ...value })
    : value;
}

function tolerate(status: Record<string, unknown>): Record<string, unknown> {
  const { access, plan, externalId } = status;
  if (!ACCESS_VALUES.some((known) => known === access)) return { access: 'ERROR' };
  if (typeof plan === 'string' && !isPlan(plan)) delete status.plan;
  if (typeof externalId === 'string' && !isExternalId(externalId)) delete status.externalId;
  return status;
}

/**
 * Reads any value as a status, liberally: never throws, and what is not a status reads as `ERROR`.
 *
 * The result is a fresh object with the documented fields only. A plan or an externalId that is not
 * canonical is left out, for neither changes what is shown.
 *
 * @see openapi/status.yaml getStatus
 * @example parseStatus({ access: 'SOMETHING_NEW' }) // { access: 'ERROR' }
 */
export function parseStatus(value: unknown): StatusResponse {
  try {
    const fields = pick(value, STATUS_FIELDS);
    if (!fields) return { access: 'ERROR' };
    const status = tolerate(fields);
    if (status.quota !== undefined) status.quota = pick(status.quota, QUOTA_FIELDS) ?? status.quota;
    return isStatus(status) ? (status as StatusResponse) : { access: 'ERROR' };
  } catch {
    // A getter or a proxy of the value threw.
    return { access: 'ERROR' };
  }
}

/**
 * Reads an HTTP answer to `GET /status`: its status, and its body as parsed JSON (anything, if it is not).
 *
 * A 200 is read by `parseStatus`. Of other answers a known error code, under the status the catalogue
 * gives it, stands for its `readsAs`; everything else is `ERROR`. Never throws.
 *
 * @see openapi/status.yaml getStatus
 * @example readStatusAnswer({ status: 402, body: { code: 'quota_exhausted' } }) // { access: 'EXHAUSTED' }
 */
export function readStatusAnswer(answer: { status: number; body: unknown }): StatusResponse {
  if (answer.status === 200) return parseStatus(answer.body);
  return { access: readsAs(answer.status, answer.body) };
}

/**
 * Reads any value as a storefront's status: the account's part as `parseStatus` does, and the shopper's.
 *
 * Nothing may be tried on unless `access` is `ALLOWED`. A call to action that is not known is `none`. Never throws.
 *
 * @see openapi/storefront.yaml getStorefrontStatus
 * @example parseStorefrontStatus(null) // { access: 'ERROR', canTryOn: false, ctaType: 'none' }
 */
export function parseStorefrontStatus(value: unknown): StorefrontStatus {
  const status = parseStatus(value);
  if (status.access === 'ERROR') return hidden();
  try {
    const { canTryOn, ctaType, ...optional } = pick(value, SHOPPER_FIELDS) ?? {};
    const view: Record<string, unknown> = {
      canTryOn: canTryOn === true && status.access === 'ALLOWED',
      ctaType: isCtaType(ctaType) ? ctaType : 'none',
    };
    for (const [name, field] of Object.entries(optional)) {
      if (isShopperView({ ...view, [name]: field })) view[name] = field;
    }
    return { ...status, ...(view as unknown as ShopperView) };
  } catch {
    return hidden();
  }
}

function hidden(): StorefrontStatus {
  return { access: 'ERROR', canTryOn: false, ctaType: 'none' };
}

function readsAs(status: number, body: unknown): Access {
  try {
    if (typeof body !== 'object' || body === null || !Object.hasOwn(body, 'code')) return 'ERROR';
    const { code } = body as { code: unknown };
    if (typeof code !== 'string' || !Object.hasOwn(ERRORS, code)) return 'ERROR';
    const known = ERRORS[code as ErrorCode];
    return known.status === status ? known.readsAs : 'ERROR';
  } catch {
    return 'ERROR';
  }
}

/** The fields of `value` that are its own and listed, each read once; `null` for what is no object. */
function pick(value: unknown, fields: Readonly<Record<string, true>>): Record<string, unknown> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const picked: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) {
    if (!Object.hasOwn(value, name)) continue;
    const read = (value as Record<string, unknown>)[name];
    // JSON has no undefined: a field that is set to it is absent.
    if (read !== undefined) picked[name] = read;
  }
  return picked;
}
