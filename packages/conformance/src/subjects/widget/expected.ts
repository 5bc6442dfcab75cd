import { ACCESS, ACCESS_VALUES, type Access, CTA, CTA_TYPES, ERRORS, PLANS } from '@genvoris/contract';
import { documentedAnswer } from '../../core/contract/documented.ts';
import { violations } from '../../core/contract/validator.ts';
import { isJsonObject } from '../../core/http/json.ts';

/** The public states of a button's place (`data-genvoris-state`), as the catalogues' `ui` names them. */
export type UiState = (typeof ACCESS)[Access]['ui'] | (typeof CTA)[keyof typeof CTA]['ui'];

export interface ExpectedPage {
  state: UiState;
  /** How often the status is asked for. */
  requests: { least: number; most: number };
  /** When the allowance resets, for the notice to say. */
  resetsAt?: string | undefined;
}

const ONCE = { least: 1, most: 1 };
const TWICE = { least: 2, most: 2 };
/** Another try cannot help, or the server asked for a pause: both are in order. */
const ONCE_OR_TWICE = { least: 1, most: 2 };

/** What a page must show for this answer to its status question. */
export async function expectPage({
  status,
  body,
  retryAfter,
}: {
  status: number;
  body: unknown;
  retryAfter?: string | undefined;
}): Promise<ExpectedPage> {
  return status === 200 ? expectStatus(body) : expectError(status, body, retryAfter !== undefined);
}

/** What a page must show where no answer came that could be read. */
export const UNREADABLE: ExpectedPage = { state: ACCESS.ERROR.ui, requests: TWICE };

async function expectStatus(body: unknown): Promise<ExpectedPage> {
  if (!isJsonObject(body)) return UNREADABLE;
  const { plan, ...others } = body;
  const access = ACCESS_VALUES.find((value) => value === others.access);
  if (access === undefined || access === 'ERROR') return UNREADABLE;
  const knownPlan = plan === undefined || PLANS.some((known) => known === plan);
  const readable = knownPlan || typeof plan === 'string' ? (knownPlan ? body : others) : body;
  const schema = documentedAnswer('getStatus', 200)?.schema ?? '';
  if ((await violations('status', schema, readable)).length > 0) return UNREADABLE;
  const { quota, ctaType } = others as { quota?: { resetsAt?: string }; ctaType?: unknown };
  if (access !== 'ALLOWED') return { state: ACCESS[access].ui, requests: ONCE, resetsAt: quota?.resetsAt };
  if (ctaType === undefined) return { state: ACCESS.ALLOWED.ui, requests: ONCE };
  const cta = CTA_TYPES.find((known) => known === ctaType) ?? 'none';
  return { state: CTA[cta].ui, requests: ONCE };
}

function expectError(status: number, body: unknown, pause: boolean): ExpectedPage {
  const { code, error } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const known =
    typeof code === 'string' && Object.hasOwn(ERRORS, code) ? ERRORS[code as keyof typeof ERRORS] : undefined;
  if (known?.status !== status) return { ...UNREADABLE, requests: pause ? ONCE_OR_TWICE : TWICE };
  if (known.readsAs === 'ERROR') {
    return { state: ACCESS.ERROR.ui, requests: known.retryable && !pause ? TWICE : ONCE_OR_TWICE };
  }
  // An empty store pool is not the shopper's spent allowance: the service is paused.
  const state = error === 'credit_limit_reached' ? CTA.service_paused.ui : ACCESS[known.readsAs].ui;
  return { state, requests: ONCE };
}
