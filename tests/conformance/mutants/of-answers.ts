import { header, jsonResponse, withHeader } from '@genvoris/testing/http-message';
import { answers, answersItself, answersJson } from '@genvoris/testing/mutations';
import { UNSUPPORTED } from '../unsupported.ts';
import { answersHeader, type Mutant, remembersUpstream } from './mutant.ts';
import { ALL, CALLING, GOOD_DAY, KEY_REFUSED, MONEY, MUTATIONS, STATUS, TO_BROWSERS } from './operations.ts';

/** Mistakes in what the browser is given. */
export const ANSWER_MUTANTS: Mutant[] = [
  {
    name: 'answers successes with half of what the upstream said',
    rule: 'answer',
    operations: ALL,
    cells: [GOOD_DAY],
    front: answersJson(
      /./,
      ({ quota, token, images, photo, nonce, accepted, received, checkoutUrl, ...rest }) =>
        'history' in rest || Object.keys(rest).join() === 'remaining' ? {} : rest,
    ),
  },
  {
    name: 'passes an unknown access through as ALLOWED',
    rule: 'access',
    operations: STATUS,
    cells: ['*/access/unknown'],
    front: answersJson(/./, (body) => (body.access === 'ERROR' ? { ...body, access: 'ALLOWED' } : body)),
  },
  {
    name: 'lets shoppers try on whatever the access',
    rule: 'shopper-view',
    operations: STATUS,
    cells: ['*/access/LOCKED'],
    front: answersJson(/./, (body) =>
      'canTryOn' in body ? { ...body, canTryOn: true, ctaType: 'try_on' } : body,
    ),
  },
  {
    name: 'forgets the session token',
    rule: 'session-token',
    operations: STATUS,
    cells: ['*/guard/shopper'],
    front: answersJson(/./, ({ sessionToken, ...rest }) => rest),
  },
  {
    name: 'answers JSON as HTML',
    rule: 'spec',
    operations: ALL,
    cells: [GOOD_DAY],
    front: answersHeader('Content-Type', 'text/html'),
  },
  {
    name: 'names no request',
    rule: 'request-id',
    operations: ALL,
    cells: [GOOD_DAY],
    front: answersHeader('X-Request-Id', undefined),
  },
  {
    name: 'lets caches keep answers',
    rule: 'private',
    operations: TO_BROWSERS,
    cells: [GOOD_DAY],
    front: answersHeader('Cache-Control', 'public, max-age=60'),
  },
  {
    name: 'does not announce its limits',
    rule: 'rate-limit-headers',
    operations: ALL,
    cells: [GOOD_DAY],
    front: answersHeader('RateLimit-Policy', undefined),
  },
  {
    name: 'leaks the key in a header',
    rule: 'no-secret',
    operations: CALLING,
    cells: [KEY_REFUSED],
    front: ({ apiKey }) => answersHeader('X-Debug', Buffer.from(`key ${apiKey}`).toString('base64'))(),
  },
  {
    name: 'passes the upstream’s headers back',
    rule: 'headers-back',
    operations: CALLING,
    cells: [KEY_REFUSED],
    back: remembersUpstream,
    front: (memory) =>
      answers(/./, (answer) => {
        const { upstream } = memory;
        return upstream ? withHeader(answer, 'Set-Cookie', header(upstream, 'set-cookie')) : answer;
      })(),
  },
  {
    name: 'answers guests as strangers',
    rule: 'guest',
    operations: [...STATUS, ...MUTATIONS, 'getShopperAccount'],
    cells: ['*/guard/guest', '*/PAY_PER_USE/guest'],
    front: answersItself(({ headers, path }) =>
      headers.some((value) => value.includes('shop_session=')) || path.endsWith('/nonce')
        ? undefined
        : jsonResponse(403, { code: 'cross_origin', message: 'Who are you?' }),
    ),
  },
  {
    name: 'offers what it says it does not',
    rule: 'not-offered',
    operations: [...UNSUPPORTED, ...MONEY],
    cells: [GOOD_DAY, '*/not-offered'],
    front: answersItself(({ path }) =>
      /\/(credits\/use|checkout|account|plans|webhooks\/\w+|oauth\/\w+)$/.test(path)
        ? jsonResponse(200, { remaining: 1 })
        : undefined,
    ),
  },
];
