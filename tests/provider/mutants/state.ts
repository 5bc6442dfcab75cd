import {
  type HttpRequest,
  type HttpResponse,
  header,
  jsonOf,
  jsonResponse,
  withHeader,
  withJson,
} from '@genvoris/testing/http-message';
import { answers, answersItself, answersJson, takes, takesJson } from '@genvoris/testing/mutations';
import type { Mutant } from './mutant.ts';

const nothing = () => jsonResponse(404, { error: 'not_found', message: 'There is nothing with this id.' });
const TRACK = /^POST \/api\/tryon\/track/;

/** Mistakes that show from one call to the next. */
export const STATE_MUTANTS: readonly Mutant[] = [
  {
    says: 'forgets what it was given of a plan',
    breaks: ['createPlan.effect'],
    mutation: answersJson(/^POST \/api\/v1\/plans/, (body) => ({ ...body, name: `${body.name}!` })),
  },
  {
    says: 'makes a second plan for the same externalId',
    breaks: ['createPlan.upsert'],
    mutation: takesJson(/^POST \/api\/v1\/plans/, ({ externalId: _id, ...body }) => body),
  },
  {
    says: 'changes nothing on PATCH',
    breaks: ['updatePlan.effect', 'updateCustomer.effect', 'updateWebhookEndpoint.effect'],
    mutation: takes(/^PATCH/, (request) => ({ ...request, method: 'GET', body: Buffer.alloc(0) })),
  },
  {
    says: 'does nothing on DELETE',
    breaks: ['disablePlan.effect', 'cancelCustomer.effect', 'deleteWebhookEndpoint.effect'],
    mutation: answersItself(({ method }) => (method === 'DELETE' ? jsonResponse(204) : undefined)),
  },
  {
    says: 'finds nothing at a second DELETE',
    breaks: ['disablePlan.repeat', 'cancelCustomer.repeat', 'revokeGrant.repeat', 'revokeSession.repeat'],
    mutation: () => {
      const done = new Set<string>();
      return async (request, forward) => {
        const repeated = request.method === 'DELETE' && done.has(request.path);
        if (request.method === 'DELETE') done.add(request.path);
        return repeated ? nothing() : forward(request);
      };
    },
  },
  {
    says: 'takes an absent plan for none',
    breaks: ['upsertCustomer.upsert'],
    mutation: takesJson(/^POST \/api\/v1\/customers$/, (body) => ({ planId: null, ...body })),
  },
  {
    says: 'resets the period on every change',
    breaks: ['upsertCustomer.period', 'updateCustomer.period'],
    mutation: takesJson(/^(POST|PATCH) \/api\/v1\/customers(\/[^/]+)?$/, (body) => ({
      ...body,
      resetPeriod: true,
    })),
  },
  {
    says: 'does not find a customer whose id is escaped',
    breaks: ['getCustomer.effect'],
    mutation: answersItself(({ path }) => (/%/.test(path) ? nothing() : undefined)),
  },
  {
    says: 'lists customers of every status',
    breaks: ['listCustomers.effect'],
    mutation: takes(/^GET .*customers\?/, (request) => ({
      ...request,
      path: request.path.replace(/status=\w+/, ''),
    })),
  },
  {
    says: 'says that nothing is used',
    breaks: ['getCustomerUsage.effect'],
    mutation: answersJson(/usage/, (body) => ({
      data: { ...body.data, current: { ...body.data.current, used: 0 } },
    })),
  },
  {
    says: 'grants an order as often as it is asked',
    breaks: ['createGrant.once-per-order'],
    mutation: () => {
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
    mutation: takesJson(/grants$/, ({ expiresAt: _at, ...body }) => body),
  },
  {
    says: 'starts a new period with a grant',
    breaks: ['createGrant.effect'],
    mutation: answersJson(/^POST .*grants$/, (body) => ({ ...body, remaining: body.remaining + 1 })),
  },
  {
    says: 'leaves a revoked grant as it is',
    breaks: ['revokeGrant.effect'],
    mutation: answersJson(/^DELETE .*grants/, (body) => ({ ...body, remaining: body.amount - body.spent })),
  },
  {
    says: 'hands out a token that nobody signed',
    breaks: ['createSession.token'],
    mutation: answersJson(/^POST .*sessions$/, (body) => {
      const [, payload] = String(body.token).split('.');
      return { ...body, token: `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.c2ln` };
    }),
  },
  {
    says: 'makes every session 15 minutes long',
    breaks: ['createSession.effect'],
    mutation: takesJson(/^POST .*sessions$/, ({ expires_in: _in, ...body }) => body),
  },
  {
    says: 'lists tokens',
    breaks: ['listSessions.shown-once'],
    mutation: () => {
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
    mutation: answersItself(({ method, path }) => {
      const jti = /^DELETE .*\/sessions\/(\w+)$/.exec(`${method} ${path}`)?.[1];
      return jti === undefined ? undefined : jsonResponse(200, { data: { jti, revoked: true } });
    }),
  },
  {
    says: 'takes a token without looking at its signature',
    breaks: ['trackTryon.forgery', 'generateTryon.forgery'],
    mutation: answers(/tryon/, (answer) =>
      answer.status === 401
        ? withJson({ ...answer, status: 200 }, { success: true, remaining_credits: 1, variation_count: 1 })
        : answer,
    ),
  },
  {
    says: 'takes a credit for each variation',
    breaks: ['trackTryon.debit'],
    mutation: () => async (request, forward) => {
      if (TRACK.test(`${request.method} ${request.path}`) && jsonOf(request)?.variation_count > 1)
        await forward(request);
      return forward(request);
    },
  },
  {
    says: 'debits a failed try-on',
    breaks: ['trackTryon.no-debit', 'getStatus.effect'],
    mutation: takesJson(TRACK, (body) => ({ ...body, success: true })),
  },
  {
    says: 'lets through what comes at the same time',
    breaks: ['trackTryon.exact'],
    mutation: answers(TRACK, (answer) =>
      answer.status === 402
        ? withJson({ ...answer, status: 200 }, { success: true, remaining_credits: 0, variation_count: 1 })
        : answer,
    ),
  },
  {
    says: 'looks at the key before the secret',
    breaks: ['trackTryon.order'],
    mutation: answers(TRACK, (answer) =>
      jsonOf(answer)?.error === 'unauthorized'
        ? withJson(answer, { error: 'invalid_key', message: 'The API key is not valid.' })
        : answer,
    ),
  },
  {
    says: 'counts a generated try-on twice for the shopper',
    breaks: ['generateTryon.debit'],
    mutation: answersJson(/^POST \/api\/tryon$/, ({ end_customer_quota: quota, ...body }) => ({
      ...body,
      ...(quota && {
        end_customer_quota: { ...quota, used: quota.used + 1, remaining: quota.remaining - 1 },
      }),
    })),
  },
  {
    says: 'takes a credit for an analysis',
    breaks: ['generateTryon.no-debit'],
    mutation: () => {
      let seen: HttpRequest | undefined;
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
    mutation: () => {
      let secret: unknown;
      return async (request, forward) => {
        const answer = await forward(request);
        if (!/webhooks/.test(request.path) || answer.status >= 300 || answer.status === 204) return answer;
        const body = jsonOf(answer);
        if (request.method === 'POST') secret = body.secret ?? secret;
        return request.method === 'GET' && !body.data ? withJson(answer, { ...body, secret }) : answer;
      };
    },
  },
  {
    says: 'shows a webhook secret that it was given',
    breaks: ['createWebhookEndpoint.shown-once'],
    mutation: () => async (request, forward) => {
      const answer = await forward(request);
      const given = /^POST .*webhooks$/.test(`${request.method} ${request.path}`) && jsonOf(request)?.secret;
      return given && answer.status === 201 ? withJson(answer, { ...jsonOf(answer), secret: given }) : answer;
    },
  },
  {
    says: 'takes a webhook secret that cannot be used as given',
    breaks: ['createWebhookEndpoint.unsignable'],
    mutation: takesJson(/^POST .*webhooks$/, ({ secret: _secret, ...body }) => body),
  },
  {
    says: 'leaves what is given as null as it is',
    breaks: ['upsertCustomer.clear', 'updateCustomer.clear'],
    mutation: takesJson(/^(POST|PATCH) \/api\/v1\/customers(\/[^/]+)?$/, (body) =>
      Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)),
    ),
  },
  {
    says: 'lists customers whatever externalId is asked for',
    breaks: ['listCustomers.filter'],
    mutation: takes(/^GET .*customers\?/, (request) => ({
      ...request,
      path: request.path.replace(/externalId=[^&]*&?/, ''),
    })),
  },
  {
    says: 'knows the spellings of today only',
    breaks: ['listPlans.older-spelling', 'createSession.older-spelling'],
    mutation: () => {
      const plans = takes(/plans\?/, (request) => ({
        ...request,
        path: request.path.replace(/includeInactive=\w+&?/, ''),
      }))();
      const sessions = takesJson(/sessions$/, ({ expiresIn: _older, ...body }) => body)();
      return (request, forward) => sessions(request, (next) => plans(next, forward));
    },
  },
  {
    says: 'lets keys and secrets be guessed without end',
    breaks: ['getStatus.guessing', 'listPlans.guessing', 'trackTryon.guessing', 'analyzePhoto.guessing'],
    mutation: answers(/./, (answer) =>
      answer.status === 429
        ? withJson({ ...answer, status: 401 }, { error: 'invalid_key', message: 'The API key is not valid.' })
        : answer,
    ),
  },
  {
    says: 'lists endpoints oldest first',
    breaks: ['createWebhookEndpoint.effect'],
    mutation: answersJson(/^GET .*webhooks$/, (body) => ({ data: [...body.data].reverse() })),
  },
  {
    says: 'calls a test something else',
    breaks: ['testWebhookEndpoint.effect'],
    mutation: answersJson(/\/test$/, (body) => ({ ...body, eventType: 'plan.updated' })),
  },
  {
    says: 'goes on counting attempts after a replay',
    breaks: ['replayWebhookDelivery.effect'],
    mutation: answersJson(/\/replay$/, (body) => ({ ...body, attempts: 3 })),
  },
  {
    says: 'keeps a leaked secret for a day',
    breaks: ['rotateWebhookSecret.effect'],
    mutation: takesJson(/rotate-secret$/, ({ overlapSeconds: _seconds, ...body }) => body),
  },
  {
    says: 'records an order as often as it is told',
    breaks: ['createConversion.once-per-order'],
    mutation: () => {
      let count = 0;
      return takesJson(/conversions$/, (body) => {
        count += 1;
        return { ...body, orderId: `${body.orderId}-${count}` };
      })();
    },
  },
  {
    says: 'does not say that it knew an order',
    breaks: ['createConversion.once-per-order'],
    mutation: answersJson(/conversions$/, ({ deduped: _known, ...body }) => body),
  },
  {
    says: 'lets every order follow a try-on, whoever tried on',
    breaks: ['trackEvents.effect', 'trackEvents.isolation', 'createConversion.isolation'],
    mutation: answersJson(/conversions$/, (body) => ({ ...body, attributedFromTryOn: true })),
  },
  {
    says: 'does not look for the customer of an order',
    breaks: ['createConversion.by-email'],
    mutation: takesJson(/conversions$/, ({ customerEmail: _email, ...body }) => body),
  },
  {
    says: 'leaves a return without its order',
    breaks: ['createReturn.effect'],
    mutation: answersJson(/returns$/, (body) => ({ ...body, conversionEventId: null })),
  },
  {
    says: 'begins every page at the beginning',
    breaks: [
      'listPlans.paging',
      'listCustomers.paging',
      'listSessions.paging',
      'listWebhookDeliveries.paging',
    ],
    mutation: takes(/cursor=/, (request) => ({
      ...request,
      path: request.path.replace(/&?cursor=[^&]*/, ''),
    })),
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
    mutation: takes(/./, (request) => withHeader(request, 'idempotency-key', undefined)),
  },
  {
    says: 'keeps answers by Idempotency-Key for all stores together',
    breaks: [
      'createPlan.idempotent-scope',
      'createSession.idempotent-scope',
      'trackTryon.idempotent-scope',
      'trackTryon.idempotent-conflict',
    ],
    mutation: () => {
      const kept = new Map<string, Promise<HttpResponse>>();
      return (request, forward) => {
        const key = header(request, 'idempotency-key');
        if (key === undefined) return forward(request);
        const answer = kept.get(key) ?? forward(request);
        kept.set(key, answer);
        return answer;
      };
    },
  },
];

/** A server that takes the second store for the first. */
export function mixedStores(keys: { first: string; second: string }): Mutant {
  const swap = (text: string) => text.replaceAll(keys.second, keys.first);
  return {
    says: 'takes the second store for the first',
    breaks: ['*.isolation'],
    mutation: takes(/./, (request) => ({
      ...request,
      headers: request.headers.map(swap),
      body: Buffer.from(swap(request.body.toString('latin1')), 'latin1'),
    })),
  };
}

/** A server that counts what the second store analyses as the first's. */
export function crossDebits(): Mutant {
  return {
    says: 'counts an analysis as a try-on of the next to ask',
    breaks: ['analyzePhoto.isolation'],
    mutation: () => {
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
