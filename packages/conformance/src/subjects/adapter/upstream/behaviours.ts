import type { OperationId } from '@genvoris/contract';
import type { BehaviourSource, CustomAnswer, RecordedRequest } from '@genvoris/mock';
import { exampleOf, successOf } from '../../../core/contract/documented.ts';

/** What each upstream operation does in one cell; the ones not named do what they do on a good day. */
export type Script = Partial<Record<OperationId, BehaviourSource>>;

/** A token that says by itself which customer's it is and which mint it came from. */
function tokenOf(customer: string, serial: number): string {
  const payload = Buffer.from(JSON.stringify({ sub: customer, jti: `ses_${serial}` })).toString('base64url');
  return `eyJhbGciOiJSUzI1NiIsImtpZCI6ImsxIn0.${payload}.c2lnbmF0dXJlLW9mLW5vYm9keQ`;
}

/** The portal's customer id for an externalId. */
export function customerIdOf(externalId: string): string {
  return `ec_${Buffer.from(externalId).toString('hex').padStart(16, '0')}`;
}

/** Mints sessions as the portal does, a new token each time. */
export function mints({
  lifetimeSeconds = 900,
  hasPlan = true,
} = {}): (request: RecordedRequest) => CustomAnswer {
  const example = hasPlan ? 'session' : 'without_plan';
  const template = exampleOf('createSession', successOf('createSession'), example);
  let minted = 0;
  return (request) => {
    minted += 1;
    const customer = decodeURIComponent(request.target.split('?')[0]?.split('/').at(-2) ?? '');
    const session = structuredClone(template) as { customer: Record<string, unknown> };
    return {
      status: successOf('createSession'),
      body: {
        ...session,
        token: tokenOf(customer, minted),
        expires_in: lifetimeSeconds,
        expires_at: new Date(Date.now() + lifetimeSeconds * 1000).toISOString(),
        customer: { ...session.customer, id: customer.startsWith('ec_') ? customer : customerIdOf(customer) },
      },
    };
  };
}
