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

const refused = {
  error: 'invalid_body',
  message: 'The request is not valid.',
  fieldErrors: { '/name': ['is too long'] },
};

/** Mistakes in what every answer has, and in how requests are taken. */
export function requestDefects(keys: { first: string }): Defect[] {
  return [
    {
      says: 'leaves a required field out',
      breaks: ['createPlan.spec'],
      only: ['createPlan/answer/201/*'],
      mangle: answersJson(/^POST \/api\/v1\/plans/, ({ name: _name, ...body }) => body),
    },
    {
      says: 'answers with a status that is not documented',
      breaks: ['getPlan.spec'],
      only: ['getPlan/answer/200/*'],
      mangle: answers(/^GET \/api\/v1\/plans\//, (answer) => ({ ...answer, status: 203 })),
    },
    {
      says: 'forgets a required header',
      breaks: ['getJwks.spec'],
      only: ['getJwks/answer/200/*'],
      mangle: answers(/jwks/, (answer) => ({
        ...answer,
        headers: { ...answer.headers, 'cache-control': undefined },
      })),
    },
    {
      says: 'says a word that is not in the catalogue',
      breaks: ['getPlan.error-word'],
      only: ['getPlan/answer/404/*'],
      mangle: answers(/./, (answer) =>
        answer.status === 404 ? withJson(answer, { error: 'gone', message: 'Gone.' }) : answer,
      ),
    },
    {
      says: 'says a word with another status',
      breaks: ['getPlan.error-word'],
      only: ['getPlan/answer/401/*'],
      mangle: answers(/./, (answer) => (answer.status === 401 ? { ...answer, status: 403 } : answer)),
    },
    {
      says: 'names all requests alike',
      breaks: ['getPlan.request-id'],
      only: ['getPlan/answer/*'],
      mangle: answers(/./, (answer) => ({
        ...answer,
        headers: { ...answer.headers, 'x-request-id': 'req_always_the_same' },
      })),
    },
    {
      says: 'names no request',
      breaks: ['trackTryon.request-id'],
      only: ['trackTryon/answer/400/*'],
      mangle: answers(/./, (answer) => ({
        ...answer,
        headers: { ...answer.headers, 'x-request-id': undefined },
      })),
    },
    {
      says: 'repeats the key, in base64',
      breaks: ['getPlan.no-secret'],
      only: ['getPlan/answer/404/*'],
      mangle: answers(/./, (answer, { headers }) =>
        answer.status === 404
          ? withJson(answer, {
              ...jsonOf(answer),
              detail: Buffer.from(headers.authorization ?? '').toString('base64'),
            })
          : answer,
      ),
    },
    {
      says: 'repeats the internal secret in a header',
      breaks: ['trackTryon.no-secret'],
      only: ['trackTryon/answer/400/*'],
      mangle: answers(/track/, (answer, { headers }) => ({
        ...answer,
        headers: { ...answer.headers, 'x-debug': headers['x-internal-secret'] },
      })),
    },
    {
      says: 'shows its SQL',
      breaks: ['getPlan.no-internals'],
      only: ['getPlan/answer/404/*'],
      mangle: answers(/./, (answer) =>
        answer.status === 404
          ? withJson(answer, { ...jsonOf(answer), detail: 'select * from plans where id = $1' })
          : answer,
      ),
    },
    {
      says: 'shows its stack',
      breaks: ['getStatus.no-internals'],
      only: ['getStatus/answer/500/*'],
      mangle: answers(/./, (answer) =>
        answer.status === 500
          ? withJson(answer, {
              ...jsonOf(answer),
              message: 'Error: x\n    at readStatus (/srv/portal/status.ts:10:3)',
            })
          : answer,
      ),
    },
    {
      says: 'lets caches keep what is one store’s',
      breaks: ['getStatus.not-shared'],
      only: ['getStatus/answer/200/*'],
      mangle: answers(/status/, (answer) => ({
        ...answer,
        headers: { ...answer.headers, 'cache-control': 'public, max-age=60' },
      })),
    },
    {
      says: 'tells a store without credits to go ahead',
      breaks: ['getStatus.answer'],
      only: ['getStatus/answer/200/EXHAUSTED'],
      mangle: answersJson(/status/, (body) => ({ ...body, access: 'ALLOWED' })),
    },
    {
      says: 'takes any key',
      breaks: ['getPlan.credentials'],
      mangle: takes(/plans/, (request) => ({
        ...request,
        headers: { ...request.headers, authorization: `Bearer ${keys.first}` },
      })),
    },
    {
      says: 'reads digits as a number',
      breaks: ['createPlan.invalid'],
      mangle: takesJson(/^POST .*plans/, ({ monthlyTryOns, ...body }) => ({
        ...body,
        ...(monthlyTryOns !== undefined && { monthlyTryOns: Number(monthlyTryOns) }),
      })),
    },
    {
      says: 'does not say which field is wrong',
      breaks: ['createPlan.field-errors'],
      mangle: answers(/plans/, (answer) =>
        answer.status === 400 ? withJson(answer, { error: 'invalid_body', message: 'No.' }) : answer,
      ),
    },
    {
      says: 'takes names of 79 letters at most',
      breaks: ['createPlan.bounds'],
      mangle: () => async (request, forward) => {
        const tooLong = [...String(jsonOf(request)?.name ?? '')].length > 79;
        return tooLong ? ownAnswer(400, refused) : forward(request);
      },
    },
    {
      says: 'fails at a NUL',
      breaks: ['createPlan.hostile'],
      mangle: () => async (request, forward) =>
        request.body.includes('\\u0000')
          ? ownAnswer(500, { error: 'internal_error', message: 'Something went wrong.' })
          : forward(request),
    },
    {
      says: 'takes any media type for JSON',
      breaks: ['createPlan.encoding'],
      mangle: takes(/plans/, (request) => ({
        ...request,
        headers: { ...request.headers, 'content-type': 'application/json' },
      })),
    },
    {
      says: 'does not count the bytes of a body',
      breaks: ['createPlan.body-limit'],
      mangle: takes(/plans/, (request) => ({
        ...request,
        body: Buffer.from(request.body.toString('latin1').trimEnd(), 'latin1'),
      })),
    },
    {
      says: 'fails at an id of another form',
      breaks: ['getPlan.unknown-id'],
      mangle: () => async (request, forward) =>
        /no-such-id/.test(request.path)
          ? ownAnswer(500, { error: 'internal_error', message: 'Something went wrong.' })
          : forward(request),
    },
    {
      says: 'answers PUT as if it were GET',
      breaks: ['getPlan.method'],
      mangle: takes(/^PUT/, (request) => ({ ...request, method: 'GET', body: Buffer.alloc(0) })),
    },
    {
      says: 'does not mind the case of a path',
      breaks: ['listPlans.path'],
      mangle: takes(/./, (request) => ({
        ...request,
        path: request.path.startsWith('/API') ? request.path.toLowerCase() : request.path,
      })),
    },
    {
      says: 'lets every origin read',
      breaks: ['getPlan.head'],
      mangle: answers(/./, (answer) => ({
        ...answer,
        headers: { ...answer.headers, 'access-control-allow-origin': '*' },
      })),
    },
    {
      says: 'does not say when to come back',
      breaks: ['getPlan.rate-limit', 'getPlan.spec'],
      only: ['getPlan/answer/429/*'],
      mangle: answers(/./, (answer) =>
        answer.status === 429
          ? { ...answer, status: 403, headers: { ...answer.headers, 'retry-after': undefined } }
          : answer,
      ),
    },
  ];
}
