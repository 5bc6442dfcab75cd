import { header, jsonOf, jsonResponse, withHeader, withJson } from '@genvoris/testing/http-message';
import { answers, answersItself, answersJson, takes, takesJson } from '@genvoris/testing/mutations';
import { type Mutant, refuses } from './mutant.ts';

const refused = {
  error: 'invalid_body',
  message: 'The request is not valid.',
  fieldErrors: { '/name': ['is too long'] },
};

const failure = { error: 'internal_error', message: 'Something went wrong.' };

/** Mistakes in what every answer has, and in how requests are taken. */
export function requestMutants(keys: { first: string }): Mutant[] {
  return [
    {
      says: 'leaves a required field out',
      breaks: ['createPlan.spec'],
      only: ['createPlan/answer/201/*'],
      mutation: answersJson(/^POST \/api\/v1\/plans/, ({ name: _name, ...body }) => body),
    },
    {
      says: 'answers with a status that is not documented',
      breaks: ['getPlan.spec'],
      only: ['getPlan/answer/200/*'],
      mutation: answers(/^GET \/api\/v1\/plans\//, (answer) => ({ ...answer, status: 203 })),
    },
    {
      says: 'forgets a required header',
      breaks: ['getJwks.spec'],
      only: ['getJwks/answer/200/*'],
      mutation: answers(/jwks/, (answer) => withHeader(answer, 'cache-control', undefined)),
    },
    {
      says: 'says a word that is not in the catalogue',
      breaks: ['getPlan.error-word'],
      only: ['getPlan/answer/404/*'],
      mutation: refuses(404, (answer) => withJson(answer, { error: 'gone', message: 'Gone.' })),
    },
    {
      says: 'says a word with another status',
      breaks: ['getPlan.error-word'],
      only: ['getPlan/answer/401/*'],
      mutation: refuses(401, (answer) => ({ ...answer, status: 403 })),
    },
    {
      says: 'names all requests alike',
      breaks: ['getPlan.request-id'],
      only: ['getPlan/answer/*'],
      mutation: answers(/./, (answer) => withHeader(answer, 'x-request-id', 'req_always_the_same')),
    },
    {
      says: 'names no request',
      breaks: ['trackTryon.request-id'],
      only: ['trackTryon/answer/400/*'],
      mutation: answers(/./, (answer) => withHeader(answer, 'x-request-id', undefined)),
    },
    {
      says: 'repeats the key, in base64',
      breaks: ['getPlan.no-secret'],
      only: ['getPlan/answer/404/*'],
      mutation: refuses(404, (answer, request) => {
        const detail = Buffer.from(header(request, 'authorization') ?? '').toString('base64');
        return withJson(answer, { ...jsonOf(answer), detail });
      }),
    },
    {
      says: 'repeats the internal secret in a header',
      breaks: ['trackTryon.no-secret'],
      only: ['trackTryon/answer/400/*'],
      mutation: answers(/track/, (answer, request) =>
        withHeader(answer, 'x-debug', header(request, 'x-internal-secret')),
      ),
    },
    {
      says: 'shows its SQL',
      breaks: ['getPlan.no-internals'],
      only: ['getPlan/answer/404/*'],
      mutation: refuses(404, (answer) =>
        withJson(answer, { ...jsonOf(answer), detail: 'select * from plans where id = $1' }),
      ),
    },
    {
      says: 'shows its stack',
      breaks: ['getStatus.no-internals'],
      only: ['getStatus/answer/500/*'],
      mutation: refuses(500, (answer) => {
        const message = 'Error: x\n    at readStatus (/srv/portal/status.ts:10:3)';
        return withJson(answer, { ...jsonOf(answer), message });
      }),
    },
    {
      says: 'lets caches keep what is one store’s',
      breaks: ['getStatus.not-shared'],
      only: ['getStatus/answer/200/*'],
      mutation: answers(/status/, (answer) => withHeader(answer, 'cache-control', 'public, max-age=60')),
    },
    {
      says: 'tells a store without credits to go ahead',
      breaks: ['getStatus.answer'],
      only: ['getStatus/answer/200/EXHAUSTED'],
      mutation: answersJson(/status/, (body) => ({ ...body, access: 'ALLOWED' })),
    },
    {
      says: 'takes any key',
      breaks: ['getPlan.credentials'],
      mutation: takes(/plans/, (request) => withHeader(request, 'authorization', `Bearer ${keys.first}`)),
    },
    {
      says: 'reads digits as a number',
      breaks: ['createPlan.invalid'],
      mutation: takesJson(/^POST .*plans/, ({ monthlyTryOns, ...body }) => ({
        ...body,
        ...(monthlyTryOns !== undefined && { monthlyTryOns: Number(monthlyTryOns) }),
      })),
    },
    {
      says: 'does not say which field is wrong',
      breaks: ['createPlan.field-errors'],
      mutation: refuses(400, (answer) => withJson(answer, { error: 'invalid_body', message: 'No.' })),
    },
    {
      says: 'names the field in fieldErrors alone',
      breaks: ['createPlan.field-errors'],
      mutation: refuses(400, (answer) => {
        const { detail: _detail, ...body } = jsonOf(answer);
        return withJson(answer, body);
      }),
    },
    {
      says: 'does not heed parameters that it does not know',
      breaks: ['listCustomers.query', 'trackTryon.query'],
      mutation: takes(/no_such_parameter/, (request) => ({
        ...request,
        path: request.path.split('?')[0] ?? '',
      })),
    },
    {
      says: 'takes the first of two parameters of one name',
      breaks: ['listPlans.query'],
      mutation: takes(/include_inactive=true&/, (request) => ({
        ...request,
        path: request.path.split('&')[0] ?? '',
      })),
    },
    {
      says: 'does not know X-API-Key',
      breaks: ['getPlan.credentials'],
      mutation: takes(/plans/, (request) => withHeader(request, 'x-api-key', undefined)),
    },
    {
      says: 'takes a key in X-API-Key before a bearer token',
      breaks: ['getPlan.credentials'],
      mutation: takes(/plans/, (request) => {
        const key = header(request, 'x-api-key');
        return key ? withHeader(request, 'authorization', `Bearer ${key}`) : request;
      }),
    },
    {
      says: 'calls a request without a key one with a key that is not valid',
      breaks: ['getPlan.credentials'],
      mutation: refuses(401, (answer) =>
        withJson(answer, { error: 'invalid_key', message: 'The API key is not valid.' }),
      ),
    },
    {
      says: 'does not say what is used of the allowance',
      breaks: ['trackTryon.answer'],
      only: ['trackTryon/answer/402/end_customer_quota.*'],
      mutation: refuses(402, (answer) => {
        const { used: _used, limit: _limit, ...body } = jsonOf(answer);
        return withJson(answer, body);
      }),
    },
    {
      says: 'takes names of 79 letters at most',
      breaks: ['createPlan.bounds'],
      mutation: answersItself((request) => {
        const tooLong = [...String(jsonOf(request)?.name ?? '')].length > 79;
        return tooLong ? jsonResponse(400, refused) : undefined;
      }),
    },
    {
      says: 'fails at a NUL',
      breaks: ['createPlan.hostile'],
      mutation: answersItself((request) =>
        request.body.includes('\\u0000') ? jsonResponse(500, failure) : undefined,
      ),
    },
    {
      says: 'takes any media type for JSON',
      breaks: ['createPlan.encoding'],
      mutation: takes(/plans/, (request) => withHeader(request, 'content-type', 'application/json')),
    },
    {
      says: 'does not count the bytes of a body',
      breaks: ['createPlan.body-limit'],
      mutation: takes(/plans/, (request) => ({
        ...request,
        body: Buffer.from(request.body.toString('latin1').trimEnd(), 'latin1'),
      })),
    },
    {
      says: 'fails at an id of another form',
      breaks: ['getPlan.unknown-id'],
      mutation: answersItself((request) =>
        /no-such-id/.test(request.path) ? jsonResponse(500, failure) : undefined,
      ),
    },
    {
      says: 'answers PUT as if it were GET',
      breaks: ['getPlan.method'],
      mutation: takes(/^PUT/, (request) => ({ ...request, method: 'GET', body: Buffer.alloc(0) })),
    },
    {
      says: 'does not mind the case of a path',
      breaks: ['listPlans.path'],
      mutation: takes(/./, (request) => ({
        ...request,
        path: request.path.startsWith('/API') ? request.path.toLowerCase() : request.path,
      })),
    },
    {
      says: 'lets every origin read',
      breaks: ['getPlan.head'],
      mutation: answers(/./, (answer) => withHeader(answer, 'access-control-allow-origin', '*')),
    },
    {
      says: 'does not say when to come back',
      breaks: ['getPlan.rate-limit', 'getPlan.spec'],
      only: ['getPlan/answer/429/*'],
      mutation: refuses(429, (answer) => withHeader({ ...answer, status: 403 }, 'retry-after', undefined)),
    },
  ];
}
