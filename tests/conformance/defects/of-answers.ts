import type { Defect } from './defect.ts';
import { changeJson, json, setHeader, withoutHeader } from './message.ts';
import { ALL, CALLING, GOOD_DAY, KEY_REFUSED, STATUS } from './operations.ts';

/** Mistakes in what the browser is given. */
export const ANSWER_DEFECTS: Defect[] = [
  {
    name: 'answers successes with half of what the upstream said',
    rule: 'answer',
    operations: ALL,
    cells: [GOOD_DAY],
    front: () => ({
      answer(answer) {
        if (answer.status !== 200) return;
        changeJson(answer, ({ quota, token, images, photo, nonce, ...rest }) => rest);
      },
    }),
  },
  {
    name: 'passes an unknown access through as ALLOWED',
    rule: 'access',
    operations: STATUS,
    cells: ['*/access/unknown'],
    front: () => ({
      answer(answer) {
        changeJson(answer, (body) => (body.access === 'ERROR' ? { ...body, access: 'ALLOWED' } : body));
      },
    }),
  },
  {
    name: 'lets shoppers try on whatever the access',
    rule: 'shopper-view',
    operations: STATUS,
    cells: ['*/access/LOCKED'],
    front: () => ({
      answer(answer) {
        changeJson(answer, (body) =>
          'canTryOn' in body ? { ...body, canTryOn: true, ctaType: 'try_on' } : body,
        );
      },
    }),
  },
  {
    name: 'forgets the session token',
    rule: 'session-token',
    operations: STATUS,
    cells: ['*/guard/shopper'],
    front: () => ({
      answer(answer) {
        changeJson(answer, ({ sessionToken, ...rest }) => rest);
      },
    }),
  },
  {
    name: 'answers JSON as HTML',
    rule: 'spec',
    operations: ALL,
    cells: [GOOD_DAY],
    front: () => ({ answer: (answer) => setHeader(answer, 'Content-Type', 'text/html') }),
  },
  {
    name: 'names no request',
    rule: 'request-id',
    operations: ALL,
    cells: [GOOD_DAY],
    front: () => ({ answer: (answer) => withoutHeader(answer, /^x-request-id$/i) }),
  },
  {
    name: 'lets caches keep answers',
    rule: 'private',
    operations: ALL,
    cells: [GOOD_DAY],
    front: () => ({ answer: (answer) => setHeader(answer, 'Cache-Control', 'public, max-age=60') }),
  },
  {
    name: 'says nothing of its limits',
    rule: 'rate-limit-headers',
    operations: ALL,
    cells: [GOOD_DAY],
    front: () => ({ answer: (answer) => withoutHeader(answer, /^ratelimit/i) }),
  },
  {
    name: 'leaks the key in a header',
    rule: 'no-secret',
    operations: CALLING,
    cells: [KEY_REFUSED],
    front: () => ({
      answer: (answer, _head, { apiKey }) =>
        setHeader(answer, 'X-Debug', Buffer.from(`key ${apiKey}`).toString('base64')),
    }),
  },
  {
    name: 'passes the upstream’s headers back',
    rule: 'headers-back',
    operations: CALLING,
    cells: [KEY_REFUSED],
    front: () => ({
      answer(answer, _head, { upstream }) {
        const cookie = upstream?.headers.findIndex((name) => name.toLowerCase() === 'set-cookie') ?? -1;
        if (cookie >= 0) answer.headers.push('Set-Cookie', upstream?.headers[cookie + 1] ?? '');
      },
    }),
  },
  {
    name: 'answers guests as strangers',
    rule: 'guest',
    operations: CALLING,
    cells: ['*/guard/guest'],
    front: () => ({
      instead: ({ headers, path }) =>
        headers.some((value) => value.includes('shop_session=')) || path.endsWith('/nonce')
          ? undefined
          : json(403, { code: 'cross_origin', message: 'Who are you?' }),
    }),
  },
  {
    name: 'offers what it says it does not',
    rule: 'not-offered',
    operations: ['useCredits', 'createCheckout', 'receiveWebhook', 'completeConnect'],
    cells: [GOOD_DAY],
    front: () => ({
      instead: ({ path }) =>
        /\/(credits\/use|checkout|webhook|oauth\/callback)$/.test(path)
          ? json(200, { remaining: 1 })
          : undefined,
    }),
  },
];
