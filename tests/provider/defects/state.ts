import type { ProxiedAnswer } from '../mangling-proxy.ts';
import {
  answers,
  answersJson,
  type Defect,
  jsonOf,
  ownAnswer,
  takes,
  takesJson,
  withJson,
} from './defect.ts';

const TRACK = /^POST \/api\/tryon\/track/;

function withoutHeader(name: string) {
  return takes(/./, (request) => ({ ...request, headers: { ...request.headers, [name]: undefined } }));
}

/** Mistakes that show from one call to the next. */
export const STATE_DEFECTS: readonly Defect[] = [
  {
    says: 'forgets what it was given of a plan',
    breaks: ['createPlan.effect'],
    mangle: answersJson(/^POST \/api\/v1\/plans/, (body) => ({ ...body, name: `${body.name}!` })),
  },
  {
    says: 'makes a second plan for the same externalId',
    breaks: ['createPlan.upsert'],
    mangle: takesJson(/^POST \/api\/v1\/plans/, ({ externalId: _id, ...body }) => body),
  },
  {
    says: 'changes nothing on PATCH',
    breaks: ['updatePlan.effect', 'updateCustomer.effect', 'updateWebhookEndpoint.effect'],
    mangle: takes(/^PATCH/, (request) => ({ ...request, method: 'GET', body: Buffer.alloc(0) })),
  },
  {
    says: 'does nothing on DELETE',
    breaks: ['disablePlan.effect', 'cancelCustomer.effect', 'deleteWebhookEndpoint.effect'],
    mangle: () => async (request, forward) =>
      request.method === 'DELETE' ? ownAnswer(204) : forward(request),
  },
  {
    says: 'finds nothing at a second DELETE',
    breaks: ['disablePlan.repeat', 'cancelCustomer.repeat', 'revokeGrant.repeat', 'revokeSession.repeat'],
    mangle: () => {
      const done = new Set<string>();
      return async (request, forward) => {
        const repeated = request.method === 'DELETE' && done.has(request.path);
        if (request.method === 'DELETE') done.add(request.path);
        return repeated
          ? ownAnswer(404, { error: 'not_found', message: 'There is nothing with this id.' })
          : forward(request);
      };
    },
  },
  {
    says: 'takes an absent plan for none',
    breaks: ['upsertCustomer.upsert'],
    mangle: takesJson(/^POST \/api\/v1\/customers$/, (body) => ({ planId: null, ...body })),
  },
  {
    says: 'resets the period on every change',
    breaks: ['upsertCustomer.period', 'updateCustomer.period'],
    mangle: takesJson(/^(POST|PATCH) \/api\/v1\/customers(\/[^/]+)?$/, (body) => ({
      ...body,
      resetPeriod: true,
    })),
  },
  {
    says: 'does not find a customer whose id is escaped',
    breaks: ['getCustomer.effect'],
    mangle: () => async (request, forward) =>
      /%/.test(request.path)
        ? ownAnswer(404, { error: 'not_found', message: 'There is nothing with this id.' })
        : forward(request),
  },
  {
    says: 'lists customers of every status',
    breaks: ['listCustomers.effect'],
    mangle: takes(/^GET .*customers\?/, (request) => ({
      ...request,
      path: request.path.replace(/status=\w+/, ''),
    })),
  },
  {
    says: 'says that nothing is used',
    breaks: ['getCustomerUsage.effect'],
    mangle: answersJson(/usage/, (body) => ({
      data: { ...body.data, current: { ...body.data.current, used: 0 } },
    })),
  },
  {
    says: 'grants an order as often as it is asked',
    breaks: ['createGrant.once-per-order'],
    mangle: () => {
      let count = 0;
      return takesJson(/grants$/, (body) => {
        count += 1;
        return { ...body, orderId: `${body.orderId}-${count}` };
      })();
    },
  },
  {
    says: 'forgets when grants expire',
    breaks: ['createGrant.spending-order'],
    mangle: takesJson(/grants$/, ({ expiresAt: _at, ...body }) => body),
  },
  {
    says: 'starts a new period with a grant',
    breaks: ['createGrant.effect'],
    mangle: answersJson(/^POST .*grants$/, (body) => ({ ...body, remaining: body.remaining + 1 })),
  },
  {
    says: 'leaves a revoked grant as it is',
    breaks: ['revokeGrant.effect'],
    mangle: answersJson(/^DELETE .*grants/, (body) => ({ ...body, remaining: body.amount - body.spent })),
  },
  {
    says: 'hands out a token that nobody signed',
    breaks: ['createSession.token'],
    mangle: answersJson(/^POST .*sessions$/, (body) => {
      const [, payload] = String(body.token).split('.');
      return { ...body, token: `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.c2ln` };
    }),
  },
  {
    says: 'makes every session 15 minutes long',
    breaks: ['createSession.effect'],
    mangle: takesJson(/^POST .*sessions$/, ({ expires_in: _in, ...body }) => body),
  },
  {
    says: 'lists tokens',
    breaks: ['listSessions.shown-once'],
    mangle: () => {
      let last: unknown;
      return async (request, forward) => {
        const answer = await forward(request);
        if (!/sessions/.test(request.path) || answer.status >= 300) return answer;
        const body = jsonOf(answer);
        if (request.method === 'POST') last = body.token;
        return Array.isArray(body.data)
          ? withJson(answer, { ...body, data: body.data.map((one: object) => ({ ...one, token: last })) })
          : answer;
      };
    },
  },
  {
    says: 'revokes nothing and says it did',
    breaks: ['revokeSession.effect'],
    mangle: () => async (request, forward) => {
      const jti = /^DELETE .*\/sessions\/(\w+)$/.exec(`${request.method} ${request.path}`)?.[1];
      return jti === undefined ? forward(request) : ownAnswer(200, { data: { jti, revoked: true } });
    },
  },
  {
    says: 'takes a token without looking at its signature',
    breaks: ['trackTryon.forgery', 'generateTryon.forgery'],
    mangle: answers(
      /tryon/,
      (answer): ProxiedAnswer =>
        answer.status === 401
          ? withJson({ ...answer, status: 200 }, { success: true, remaining_credits: 1, variation_count: 1 })
          : answer,
    ),
  },
  {
    says: 'takes a credit for each variation',
    breaks: ['trackTryon.debit'],
    mangle: () => async (request, forward) => {
      if (TRACK.test(`${request.method} ${request.path}`) && jsonOf(request)?.variation_count > 1)
        await forward(request);
      return forward(request);
    },
  },
  {
    says: 'debits a failed try-on',
    breaks: ['trackTryon.no-debit', 'getStatus.effect'],
    mangle: takesJson(TRACK, (body) => ({ ...body, success: true })),
  },
  {
    says: 'lets through what comes at the same time',
    breaks: ['trackTryon.exact'],
    mangle: answers(TRACK, (answer) =>
      answer.status === 402
        ? withJson({ ...answer, status: 200 }, { success: true, remaining_credits: 0, variation_count: 1 })
        : answer,
    ),
  },
  {
    says: 'looks at the key before the secret',
    breaks: ['trackTryon.order'],
    mangle: answers(TRACK, (answer) =>
      jsonOf(answer)?.error === 'unauthorized'
        ? withJson(answer, { error: 'invalid_key', message: 'The API key is not valid.' })
        : answer,
    ),
  },
  {
    says: 'counts a generated try-on twice for the shopper',
    breaks: ['generateTryon.debit'],
    mangle: answersJson(/^POST \/api\/tryon$/, ({ end_customer_quota: quota, ...body }) => ({
      ...body,
      ...(quota && {
        end_customer_quota: { ...quota, used: quota.used + 1, remaining: quota.remaining - 1 },
      }),
    })),
  },
  {
    says: 'takes a credit for an analysis',
    breaks: ['generateTryon.no-debit'],
    mangle: () => {
      let seen: Parameters<ReturnType<Defect['mangle']>>[0] | undefined;
      return async (request, forward) => {
        if (TRACK.test(`${request.method} ${request.path}`)) seen = request;
        if (/analyze/.test(request.path) && seen) await forward(seen);
        return forward(request);
      };
    },
  },
  {
    says: 'shows a webhook secret again',
    breaks: ['createWebhookEndpoint.shown-once'],
    mangle: () => {
      let secret: unknown;
      return async (request, forward) => {
        const answer = await forward(request);
        if (!/webhook-endpoints/.test(request.path) || answer.status >= 300 || answer.status === 204)
          return answer;
        const body = jsonOf(answer);
        if (request.method === 'POST') secret = body.secret ?? secret;
        return request.method === 'GET' && !body.data ? withJson(answer, { ...body, secret }) : answer;
      };
    },
  },
  {
    says: 'lists endpoints oldest first',
    breaks: ['createWebhookEndpoint.effect'],
    mangle: answersJson(/^GET .*webhook-endpoints$/, (body) => ({ data: [...body.data].reverse() })),
  },
  {
    says: 'calls a test something else',
    breaks: ['testWebhookEndpoint.effect'],
    mangle: answersJson(/\/test$/, (body) => ({ ...body, eventType: 'plan.updated' })),
  },
  {
    says: 'goes on counting attempts after a replay',
    breaks: ['replayWebhookDelivery.effect'],
    mangle: answersJson(/\/replay$/, (body) => ({ ...body, attempts: 3 })),
  },
  {
    says: 'keeps a leaked secret for a day',
    breaks: ['rotateWebhookSecret.effect'],
    mangle: takesJson(/rotate-secret$/, ({ overlapSeconds: _seconds, ...body }) => body),
  },
  {
    says: 'begins every page at the beginning',
    breaks: [
      'listPlans.paging',
      'listCustomers.paging',
      'listSessions.paging',
      'listWebhookDeliveries.paging',
    ],
    mangle: takes(/cursor=/, (request) => ({ ...request, path: request.path.replace(/&?cursor=[^&]*/, '') })),
  },
  {
    says: 'does not know Idempotency-Key',
    breaks: [
      'createPlan.idempotent-replay',
      'createGrant.idempotent-replay',
      'createSession.idempotent-replay',
      'createWebhookEndpoint.idempotent-replay',
      'testWebhookEndpoint.idempotent-replay',
      'rotateWebhookSecret.idempotent-replay',
      'upsertCustomer.idempotent-replay',
      'trackTryon.idempotent-replay',
      'createPlan.idempotent-race',
      'createSession.idempotent-race',
      'rotateWebhookSecret.idempotent-race',
      'trackTryon.idempotent-race',
      'createPlan.idempotent-conflict',
      'trackTryon.idempotent-conflict',
      'replayWebhookDelivery.idempotent-conflict',
    ],
    mangle: withoutHeader('idempotency-key'),
  },
  {
    says: 'keeps answers by Idempotency-Key for all stores together',
    breaks: [
      'createPlan.idempotent-scope',
      'createSession.idempotent-scope',
      'trackTryon.idempotent-scope',
      'trackTryon.idempotent-conflict',
    ],
    mangle: () => {
      const kept = new Map<string, Promise<ProxiedAnswer>>();
      return (request, forward) => {
        const key = request.headers['idempotency-key'];
        if (typeof key !== 'string') return forward(request);
        const answer = kept.get(key) ?? forward(request);
        kept.set(key, answer);
        return answer;
      };
    },
  },
];

/** A server that takes the second store for the first. */
export function mixedStores(keys: { first: string; second: string }): Defect {
  const swap = (text: string) => text.replaceAll(keys.second, keys.first);
  return {
    says: 'takes the second store for the first',
    breaks: ['*.isolation'],
    mangle: takes(/./, (request) => ({
      ...request,
      headers: {
        ...request.headers,
        authorization: request.headers.authorization && swap(request.headers.authorization),
      },
      body: Buffer.from(swap(request.body.toString('latin1')), 'latin1'),
    })),
  };
}

/** A server that counts what the second store analyses as the first's. */
export function crossDebits(): Defect {
  return {
    says: 'counts an analysis as a try-on of whoever asks next',
    breaks: ['analyzePhoto.isolation'],
    mangle: () => {
      let analysed = 0;
      return async (request, forward) => {
        if (/analyze/.test(request.path)) analysed += 1;
        const answer = await forward(request);
        const { quota, ...rest } = (/^\/status/.test(request.path) && jsonOf(answer)) || {};
        return quota
          ? withJson(answer, { ...rest, quota: { ...quota, used: quota.used + analysed } })
          : answer;
      };
    },
  };
}
