import { ACCESS_VALUES, type OperationId, PLANS } from '@genvoris/contract';
import { documentedAnswer, exampleOf, operationOf, successOf } from '../../../core/contract/documented.ts';
import { needsShopper, type StorefrontOperationId, takesPhoto } from '../../../core/contract/storefront.ts';
import { violations } from '../../../core/contract/validator.ts';
import { isJsonObject } from '../../../core/http/json.ts';
import type { Expected, ExpectedStatus } from './expected.ts';
import { ownError, type ScriptedAnswer, translate } from './translate.ts';

export type Viewer = 'shopper' | 'guest';

/** Whether the store's model lets guests try on. */
export type GuestMode = 'allowed' | 'refused';

/** What the browser must get when one upstream operation answers this and the others have a good day. */
export async function expectAnswer(
  operationId: StorefrontOperationId,
  upstream: OperationId,
  answer: ScriptedAnswer,
  viewer: Viewer,
  guests: GuestMode,
): Promise<Expected> {
  const { status, body } = answer;
  if (upstream === 'getStatus' && status === 200) {
    const read = await expectStatus(body, viewer, guests);
    // Only the status tells the browser what was read; elsewhere it has to have been readable.
    if (operationId === 'getStorefrontStatus' || read.kind === 'error') return read;
    return expectSuccess(operationId, upstream, body, viewer, guests);
  }
  const documented = documentedAnswer(upstream, status);
  if (status >= 200 && status < 300 && documented?.schema) {
    const wrong = await violations(operationOf(upstream).spec, documented.schema, body);
    return wrong.length === 0
      ? expectSuccess(operationId, upstream, body, viewer, guests)
      : ownError('upstream_unreachable');
  }
  return translate(operationId, answer);
}

/** What the browser must get when every upstream operation has a good day, or `upstream` answered `body`. */
export function expectSuccess(
  operationId: StorefrontOperationId,
  upstream: OperationId,
  body: unknown,
  viewer: Viewer,
  guests: GuestMode,
): Expected {
  const mayNot = needsShopper(operationId) || (takesPhoto(operationId) && guests === 'refused');
  if (viewer === 'guest' && mayNot) return ownError('sign_in_required');
  switch (operationId) {
    case 'getStorefrontStatus': {
      const status = upstream === 'getStatus' ? body : exampleOf('getStatus', 200, 'ALLOWED');
      return viewOf('ALLOWED', status, viewer, guests);
    }
    case 'createStorefrontSession':
      return { kind: 'session' };
    case 'proxyAnalyze':
      return { kind: 'body', body };
    case 'proxyTryon':
      return { kind: 'body', body: upstream === 'generateTryon' ? body : firstExample('generateTryon') };
    default:
      return { kind: 'documented', status: successOf(operationId) };
  }
}

async function expectStatus(body: unknown, viewer: Viewer, guests: GuestMode): Promise<Expected> {
  if (!isJsonObject(body)) return ownError('upstream_unreachable');
  const status = body;
  const access = ACCESS_VALUES.find((value) => value === status.access);
  if (access === undefined) return viewOf('ERROR', {}, viewer, guests);
  const { plan, ...others } = status;
  // An unknown plan never changes what is shown; it is left out, for we emit no undocumented value.
  const readable = PLANS.some((known) => known === plan) || plan === undefined ? status : others;
  const schema = documentedAnswer('getStatus', 200)?.schema ?? '';
  const wrong =
    typeof plan !== 'string' && plan !== undefined ? [plan] : await violations('status', schema, readable);
  return wrong.length === 0 ? viewOf(access, readable, viewer, guests) : ownError('upstream_unreachable');
}

// The storefront shows one example per access value, under its name: that example is the view.
function viewOf(access: string, status: unknown, viewer: Viewer, guests: GuestMode): ExpectedStatus {
  const turnedAway = access === 'ALLOWED' && viewer === 'guest' && guests === 'refused';
  const shown = exampleOf('getStorefrontStatus', 200, turnedAway ? 'cta_sign_in' : access) as
    | { canTryOn: boolean; ctaType: string }
    | undefined;
  if (!shown)
    throw new Error(`storefront.yaml shows no status named ${access}, so nobody knows what to expect.`);
  const { quota, plan, monetizationModel, overageEnabled } = status as Record<string, unknown>;
  return {
    kind: 'status',
    access,
    fields: access === 'ERROR' ? {} : { quota, plan, monetizationModel, overageEnabled },
    canTryOn: shown.canTryOn,
    ctaType: shown.ctaType,
    remaining: null,
    token: viewer === 'guest' ? 'absent' : access === 'ALLOWED' ? 'present' : 'either',
  };
}

export function firstExample(operationId: OperationId): unknown {
  return documentedAnswer(operationId, successOf(operationId))?.examples[0]?.value;
}
