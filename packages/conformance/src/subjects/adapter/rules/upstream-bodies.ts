import { EXTERNAL_ID } from '@genvoris/contract';
import { type Finding, finding, unless } from '../../../core/cells/finding.ts';
import { operationOf, requestSchema } from '../../../core/contract/documented.ts';
import { violations } from '../../../core/contract/validator.ts';
import { headerOfRequest } from '../../../core/http/send.ts';
import { customerIdOf } from '../upstream/behaviours.ts';
import { type Exchange, mintedIn } from './exchange.ts';

const own = new Set(['upsertCustomer', 'createSession']);

/** Bodies the adapter writes itself are valid, and an upsert never restarts the shopper's period. */
export async function judgeRequestBody({ calls }: Exchange): Promise<Finding[]> {
  const written = calls.filter(({ request }) => own.has(request.operationId ?? ''));
  if (written.length === 0) return [finding('the portal was not called, so nothing is shown')];
  const findings: Finding[] = [];
  for (const { request } of written) {
    const operationId = request.operationId as 'upsertCustomer' | 'createSession';
    const schema = requestSchema(operationId);
    const body = request.json();
    if (request.body.length === 0 && operationId === 'createSession') continue;
    const wrong = schema ? await violations(operationOf(operationId).spec, schema, body) : [];
    for (const violation of wrong)
      findings.push(finding(`${operationId}: ${violation}`, undefined, request.body.toString()));
    if ((body as { resetPeriod?: unknown } | undefined)?.resetPeriod === true) {
      findings.push(
        finding('an upsert restarted the shopper’s period', 'no resetPeriod', request.body.toString()),
      );
    }
  }
  return findings;
}

/** The customer is the shopper of the shop's session, under a canonical id, and the session is that customer's. */
export function judgeIdentity({ calls, shopper, harness }: Exchange): Finding[] {
  const upsert = calls.find(({ request }) => request.operationId === 'upsertCustomer')?.request;
  if (!upsert || shopper === undefined)
    return [finding('no customer was named to the portal, so nothing is shown')];
  const externalId = (upsert.json() as { externalId?: unknown } | undefined)?.externalId;
  const wanted = harness.settings.externalId?.replaceAll('{shopper}', shopper);
  const canonical = Object.values(EXTERNAL_ID).map(({ prefix }) => `${prefix}${shopper}`);
  const right = wanted === undefined ? canonical.includes(String(externalId)) : externalId === wanted;
  const session = calls.find(({ request }) => request.operationId === 'createSession')?.request;
  const named = decodeURIComponent(session?.target.split('?')[0]?.split('/').at(-2) ?? '');
  const customer = customerIdOf(String(externalId));
  const own = !session || named === externalId || named === customer;
  const ids = wanted ?? canonical.join(' or ');
  return [
    ...unless(right, 'the externalId is not this shopper’s', ids, externalId ?? 'none'),
    ...unless(own, 'the session is another customer’s', customer, named),
  ];
}

/** The form arrives as it was sent. */
export function judgeBody({ calls, upstream, sent }: Exchange): Finding[] {
  const call = calls.find(({ request }) => request.operationId === upstream)?.request;
  if (!call) return [finding('the form did not reach the backend')];
  const body = Buffer.from(sent.body ?? []);
  const at = body.findIndex((byte, i) => call.body[i] !== byte);
  const got = `${call.body.length} bytes, other from byte ${at}`;
  const wanted = headerOfRequest(sent, 'content-type');
  const type = call.header('content-type');
  return [
    ...unless(call.body.equals(body), 'the form was changed on its way', `${body.length} bytes`, got),
    ...unless(type === wanted, 'the content type was changed', wanted, type ?? 'none'),
  ];
}

/** The token that went upstream with a try-on: the freshly minted one of a shopper who has a plan, else none. */
export function judgeTokenUpstream(exchange: Exchange, hasPlan: boolean): Finding[] {
  const { calls, shopper } = exchange;
  const call = calls.find(({ request }) => request.operationId === 'generateTryon')?.request;
  if (!call) return [finding('the try-on did not reach the backend')];
  const values = call.headerValues('x-end-customer-token');
  const got = values.join(', ') || 'none';
  if (shopper === undefined || !hasPlan)
    return unless(values.length === 0, 'a token went upstream for somebody who has no plan', 'none', got);
  const token = mintedIn(calls)[0]?.token;
  if (token === undefined)
    return [finding('no session was minted for the shopper', 'a call to createSession', 'none')];
  const own = values.length === 1 && values[0] === token;
  return unless(own, 'the shopper’s token did not go upstream', token, got);
}
