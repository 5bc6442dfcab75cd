import { type HttpRequest, type HttpResponse, header, withHeader } from '@genvoris/testing/http-message';
import { passesWhole, takes, takesJson } from '@genvoris/testing/mutations';
import { withToken } from './browser-token.ts';
import { type Mutant, restatus } from './mutant.ts';
import {
  ALL,
  CALLING,
  EVENTS,
  FROM_PAGE,
  MUTATIONS,
  PROXIES,
  SERVERS,
  SESSION,
  STATUS,
} from './operations.ts';

const METHODS: Record<string, string> = {
  '/status': 'GET',
  '/nonce': 'GET',
  '/session': 'POST',
  '/events': 'POST',
  '/proxy/api/analyze': 'POST',
  '/proxy/api/tryon': 'POST',
  '/credits/use': 'POST',
  '/checkout': 'POST',
  '/account': 'GET',
  '/webhook': 'POST',
  '/webhooks/orders': 'POST',
};

/** Mistakes in what must be refused, limited or let go. */
export const GUARD_MUTANTS: Mutant[] = [
  {
    name: 'takes any Origin for the shop’s',
    rule: 'origin',
    operations: FROM_PAGE,
    cells: ['*/guard/origin-foreign-origin'],
    front: ({ origin }) => takes(/./, (request) => withHeader(request, 'Origin', origin))(),
  },
  {
    name: 'does not ask for a CSRF token',
    rule: 'csrf',
    operations: MUTATIONS,
    cells: ['*/guard/csrf-missing'],
    front: (memory) => takes(/^POST/, (request) => withToken(request, memory))(),
  },
  {
    name: 'serves any method',
    rule: 'method',
    operations: ALL,
    cells: ['*/guard/method-PUT'],
    front: (memory) =>
      takes(/./, (request) => {
        const method = METHODS[operationPath(request)] ?? request.method;
        return withToken({ ...request, method }, memory);
      })(),
  },
  {
    name: 'serves whatever begins with a known path',
    rule: 'path',
    operations: ALL,
    cells: ['*/guard/path-longer'],
    front: takes(/\/extra$/, (request) => ({ ...request, path: request.path.replace(/\/extra$/, '') })),
  },
  {
    name: 'believes every X-Forwarded-For',
    rule: 'rate-limit',
    operations: ALL,
    cells: ['*/guard/rate-limit'],
    front: takes(/./, (request) =>
      withHeader(request, 'X-Forwarded-For', header(request, 'x-forwarded-for')?.split(',')[0]),
    ),
  },
  {
    name: 'answers a body over the limit as if it were the shopper’s fault',
    rule: 'body-limit',
    operations: [...FROM_PAGE, ...SERVERS],
    cells: ['*/guard/body-one-byte-over'],
    front: restatus(400, 413),
  },
  {
    name: 'reads a body that breaks its rules as none',
    rule: 'request-body-rules',
    operations: [...SESSION, 'createCheckout'],
    cells: ['*/guard/body-mistyped-field'],
    front: takes(/\/(session|checkout)$/, (request) => ({ ...request, body: Buffer.from('{}') })),
  },
  {
    name: 'drops the events that break their rules and takes the others',
    rule: 'request-body-rules',
    operations: EVENTS,
    cells: ['*/guard/body-unknown-type'],
    front: takesJson(/^POST .*\/events$/, () => ({
      events: [{ sessionId: 'visit-1', eventType: 'CLOSED' }],
    })),
  },
  {
    name: 'takes the whole photo before it sends any of it',
    rule: 'stream',
    operations: PROXIES,
    cells: ['*/guard/stream'],
    front: passesWhole,
  },
  {
    name: 'goes on when the browser has gone',
    rule: 'abort',
    operations: CALLING,
    cells: ['*/guard/abort'],
    front: passesWhole,
  },
  {
    name: 'keeps one status for everybody',
    rule: 'fresh',
    operations: STATUS,
    cells: ['*/guard/asked-*'],
    front() {
      let kept: Promise<HttpResponse> | undefined;
      return (request, forward) => {
        if (!request.path.endsWith('/status')) return forward(request);
        kept ??= forward(request);
        return kept;
      };
    },
  },
];

function operationPath({ path }: HttpRequest): string {
  return path.split('?')[0]?.replace(/^\/api\/genvoris/, '') ?? '';
}
