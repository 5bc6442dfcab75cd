import { createHmac, randomUUID } from 'node:crypto';
import {
  type HttpRequest,
  header,
  type Json,
  jsonOf,
  jsonResponse,
  withHeader,
  withJson,
} from '@genvoris/testing/http-message';
import { answers, answersItself, answersJson, takes } from '@genvoris/testing/mutations';
import { withToken } from './browser-token.ts';
import { type Memory, type Mutant, restatus } from './mutant.ts';
import { SERVERS } from './operations.ts';

const ORDERS = /\/webhooks\/orders$/;
const GENVORIS = /\/webhook$/;
const TRYON = /\/proxy\/api\/tryon$/;

/** Mistakes in what shoppers have, and in who may say so. */
export const MONEY_MUTANTS: Mutant[] = [
  {
    name: 'lets shoppers try on who have nothing left',
    rule: 'allowance',
    operations: ['proxyAnalyze', 'proxyTryon', 'useCredits'],
    cells: ['*/PAY_PER_USE/spent'],
    front: restatus(200, 402),
  },
  {
    name: 'charges a try-on twice',
    rule: 'allowance',
    operations: ['proxyTryon'],
    cells: ['proxyTryon/browser/PAY_PER_USE/within'],
    front: () => async (request, forward) => {
      if (TRYON.test(request.path)) await forward(request);
      return forward(request);
    },
  },
  {
    name: 'keeps what was held for a try-on that failed',
    rule: 'release',
    operations: ['proxyTryon', 'useCredits'],
    cells: ['*/PAY_PER_USE/release-reset_before_headers', '*/PAY_PER_USE/then-failed-tryon'],
    front: () => async (request, forward) => {
      const answer = await forward(request);
      if (TRYON.test(request.path) && answer.status >= 400) await forward(usingOne(request));
      return answer;
    },
  },
  {
    name: 'takes one for each time a key is sent',
    rule: 'idempotency',
    operations: ['useCredits'],
    cells: ['*/PAY_PER_USE/key-repeated'],
    front: takes(/\/credits\/use$/, (request) => withHeader(request, 'Idempotency-Key', randomUUID())),
  },
  {
    name: 'believes whom the query names',
    rule: 'identity',
    operations: ['useCredits', 'getShopperAccount'],
    cells: ['*/PAY_PER_USE/forged-identity'],
    front: (memory) => takes(/[?&]customerId=/, (request) => asNamed(request, memory))(),
  },
  {
    name: 'writes no history',
    rule: 'account',
    operations: ['getShopperAccount'],
    cells: ['*/PAY_PER_USE/used'],
    front: answersJson(/\/account/, (body) => ({ ...body, history: [] })),
  },
  {
    name: 'does not say where the call to action leads',
    rule: 'shopper-view',
    operations: ['getStorefrontStatus'],
    cells: ['*/PAY_PER_USE/fresh'],
    front: answersJson(/\/status/, ({ ctaUrl, ...rest }) => rest),
  },
  {
    name: 'grants an order twice',
    rule: 'grant',
    operations: ['receiveShopEvent'],
    cells: ['*/PAY_PER_USE/paid'],
    front: (memory) => async (request, forward) => {
      if (ORDERS.test(request.path))
        await forward(
          resigned(request, memory, (event) => ({
            ...{ ...event, id: randomUUID(), data: { ...event.data, orderId: randomUUID() } },
          })),
        );
      return forward(request);
    },
  },
  {
    name: 'leaves refunds alone',
    rule: 'revoke',
    operations: ['receiveShopEvent'],
    cells: ['*/PAY_PER_USE/refunded'],
    front: leavesAlone('order.refunded', 'revoked'),
  },
  {
    name: 'leaves pauses alone',
    rule: 'subscription',
    operations: ['receiveShopEvent'],
    cells: ['*/FREEMIUM/subscription-paused'],
    front: leavesAlone('subscription.paused', 'subscription_changed'),
  },
  {
    name: 'takes no paid time for over',
    rule: 'expiry',
    operations: ['receiveShopEvent'],
    cells: ['*/FREEMIUM/subscription-expired'],
    front: (memory) =>
      takes(ORDERS, (request) =>
        resigned(request, memory, (event) => ({ ...event, data: { ...event.data, endsAt: null } })),
      )(),
  },
  {
    name: 'forgets nobody',
    rule: 'privacy',
    operations: ['receiveShopEvent'],
    cells: ['*/FREEMIUM/deleted'],
    front: leavesAlone('shopper.deleted', 'deleted'),
  },
  {
    name: 'asks nobody for a signature',
    rule: 'signature',
    operations: SERVERS,
    cells: ['*/guard/signature-forged', '*/PAY_PER_USE/forged'],
    front: (memory) => takes(/\/webhook/, (request) => resigned(request, memory))(),
  },
  {
    name: 'answers forged events as if they were taken',
    rule: 'signature',
    operations: SERVERS,
    cells: ['*/guard/signature-forged'],
    front: answers(/\/webhook/, (answer) =>
      answer.status === 401 ? jsonResponse(200, { received: true, duplicate: false }) : answer,
    ),
  },
  {
    name: 'tells no repetition from a first time',
    rule: 'replay',
    operations: ['receiveWebhook'],
    cells: ['*/guard/replayed'],
    front: answersJson(GENVORIS, (body) => ({ ...body, duplicate: false })),
  },
  {
    name: 'does not say what is wrong with an event',
    rule: 'request-body-rules',
    operations: ['receiveShopEvent'],
    cells: ['*/guard/body-order_paid'],
    front: answers(ORDERS, (answer) =>
      answer.status === 400 ? withJson(answer, { code: 'invalid_request', message: 'No.' }) : answer,
    ),
  },
];

/** Answers such an event as if it had been taken, and does nothing. */
function leavesAlone(type: string, outcome: string) {
  return answersItself((request) =>
    ORDERS.test(request.path) && jsonOf(request)?.type === type
      ? jsonResponse(200, { received: true, duplicate: false, outcome })
      : undefined,
  );
}

function usingOne(request: HttpRequest): HttpRequest {
  const path = request.path.replace(TRYON, '/credits/use');
  return { ...withHeader(request, 'Content-Length', '0'), path, body: Buffer.of() };
}

function asNamed(request: HttpRequest, memory: Memory): Promise<HttpRequest> {
  const named = new URLSearchParams(request.path.split('?')[1]).get('customerId') ?? '';
  const cookie = (header(request, 'cookie') ?? '').replace(/shop_session=[^;]*/, `shop_session=${named}`);
  return withToken(withHeader(withHeader(request, 'Cookie', cookie), 'X-WP-Nonce', undefined), memory);
}

function resigned(
  request: HttpRequest,
  { orderSecret, webhookSecret }: Memory,
  change: (event: Json) => Json = (event) => event,
): HttpRequest {
  const event = jsonOf(request);
  if (event === undefined) return request;
  const changed = withJson(request, change(event));
  const [name, secret] = ORDERS.test(request.path)
    ? ['X-Shop-Signature', orderSecret]
    : ['X-Genvoris-Signature', webhookSecret];
  const seconds = Math.floor(Date.now() / 1000);
  const digest = createHmac('sha256', secret).update(`${seconds}.`).update(changed.body).digest('hex');
  const sized = withHeader(changed, 'Content-Length', String(changed.body.length));
  return withHeader(sized, name, `t=${seconds},v1=${digest}`);
}
