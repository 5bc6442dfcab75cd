import type { Defect, Memory } from './defect.ts';
import { type Answer, type Head, header, setHeader } from './message.ts';
import { ALL, CALLING, MUTATIONS, PROXIES, SESSION, STATUS } from './operations.ts';

const METHODS: Record<string, string> = {
  '/status': 'GET',
  '/nonce': 'GET',
  '/session': 'POST',
  '/proxy/api/analyze': 'POST',
  '/proxy/api/tryon': 'POST',
};

/** Mistakes in what must be refused, limited or let go. */
export const GUARD_DEFECTS: Defect[] = [
  {
    name: 'takes any Origin for the shop’s',
    rule: 'origin',
    operations: MUTATIONS,
    cells: ['*/guard/origin-foreign-origin'],
    front: () => ({ head: (head, { origin }) => setHeader(head, 'Origin', origin) }),
  },
  {
    name: 'does not ask for a CSRF token',
    rule: 'csrf',
    operations: MUTATIONS,
    cells: ['*/guard/csrf-missing'],
    front: () => ({ head: addToken }),
  },
  {
    name: 'serves any method',
    rule: 'method',
    operations: ALL,
    cells: ['*/guard/method-PUT'],
    front: () => ({
      async head(head, memory) {
        head.method = METHODS[operationPath(head)] ?? head.method;
        await addToken(head, memory);
      },
    }),
  },
  {
    name: 'serves whatever begins with a known path',
    rule: 'path',
    operations: ALL,
    cells: ['*/guard/path-longer'],
    front: () => ({
      head(head) {
        head.path = head.path.replace(/\/extra$/, '');
      },
    }),
  },
  {
    name: 'believes every X-Forwarded-For',
    rule: 'rate-limit',
    operations: ALL,
    cells: ['*/guard/rate-limit'],
    front: () => ({
      head(head) {
        setHeader(head, 'X-Forwarded-For', header(head, 'x-forwarded-for')?.split(',')[0] ?? '');
      },
    }),
  },
  {
    name: 'answers a body over the limit as if it were the shopper’s fault',
    rule: 'body-limit',
    operations: MUTATIONS,
    cells: ['*/guard/body-one-byte-over'],
    front: () => ({
      answer(answer) {
        if (answer.status === 413) answer.status = 400;
      },
    }),
  },
  {
    name: 'reads a body that breaks its rules as none',
    rule: 'request-body-rules',
    operations: SESSION,
    cells: ['*/guard/body-mistyped-field'],
    front: () => ({ body: (body, { path }) => (path.endsWith('/session') ? Buffer.from('{}') : body) }),
  },
  {
    name: 'takes the whole photo before it sends any of it',
    rule: 'stream',
    operations: PROXIES,
    cells: ['*/guard/stream'],
    front: () => ({ buffers: true }),
  },
  {
    name: 'goes on when the browser has gone',
    rule: 'abort',
    operations: CALLING,
    cells: ['*/guard/abort'],
    front: () => ({ ignoresAborts: true }),
  },
  {
    name: 'keeps one status for everybody',
    rule: 'fresh',
    operations: STATUS,
    cells: ['*/guard/asked-*'],
    front() {
      let kept: Answer | undefined;
      return {
        instead: ({ path }) => (path.endsWith('/status') ? structuredCloneOf(kept) : undefined),
        answer(answer, { path }) {
          if (path.endsWith('/status')) kept ??= structuredCloneOf(answer);
        },
      };
    },
  },
];

/** Does for the browser what only the browser may do. */
async function addToken(head: Head, { adapter }: Memory): Promise<void> {
  if (head.method !== 'POST' || header(head, 'x-wp-nonce') !== undefined) return;
  const headers = {
    cookie: header(head, 'cookie') ?? '',
    'x-forwarded-for': header(head, 'x-forwarded-for') ?? '',
  };
  const answer = await fetch(`${adapter.href}/nonce`, { headers });
  const { nonce, header: name } = (await answer.json()) as { nonce: string; header: string };
  setHeader(head, name, nonce);
}

function operationPath({ path }: Head): string {
  return path.split('?')[0]?.replace(/^\/api\/genvoris/, '') ?? '';
}

function structuredCloneOf(answer: Answer | undefined): Answer | undefined {
  return answer && { ...answer, headers: [...answer.headers], body: Buffer.from(answer.body) };
}
