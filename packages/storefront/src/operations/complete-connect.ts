import type { ConnectExchange } from '@genvoris/contract/types/connect';
import type { ConnectCallback, ConnectResult } from '@genvoris/contract/types/storefront';
import { validateRequestWith } from '@genvoris/contract/validation';
import { completeConnect as validators } from '@genvoris/contract/validators/storefront';
import { breaksRules } from '../exchange/breaks-rules.ts';
import { toAnswer } from '../exchange/failure.ts';
import { readJson } from './json-body.ts';
import type { OperationHandler } from './operation.ts';

/** `POST /oauth/callback`: exchanges the code, server to server, and seals what it brings. */
export const completeConnect: OperationHandler = async ({ request, route, shopper }, services) => {
  const { connect, credentials, upstream, uploadGraceMs } = services;
  if (connect === undefined || shopper === null) return { kind: 'path_not_allowed' };
  const read = await readJson(request, route.bodyLimit, uploadGraceMs);
  if (read.kind !== 'json') return read;
  const valid = validateRequestWith({ completeConnect: validators }, route.operationId, read.value);
  if (!valid.ok) return breaksRules(valid.errors);
  const { code, state } = read.value as ConnectCallback;

  if (!(await connect.states.use(state, shopper))) return breaksRules([{ path: '/state', message: STALE }]);
  // Not with the client's signal: the portal has used the code up, and what it answers is shown once.
  const exchanged = await upstream.call('exchangeConnectCode', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, state, return_url: connect.settings.returnUrl }),
  });
  if (exchanged.kind === 'upstream_refused' && exchanged.status === 400)
    return breaksRules([{ path: '/code', message: REFUSED }]);
  if (exchanged.kind !== 'answered') return exchanged;
  const { api_key: apiKey, webhook_secret: webhookSecret } = exchanged.value as ConnectExchange;
  await credentials.replace({ apiKey, webhookSecret });
  return toAnswer({ connected: true } satisfies ConnectResult);
};

const STALE =
  'is not of a connect that you began in this session in the last 10 minutes and have not finished; begin the connect again';
const REFUSED =
  'is one that Genvoris does not take: it was used, is older than 10 minutes, or is for another site; begin the connect again';
