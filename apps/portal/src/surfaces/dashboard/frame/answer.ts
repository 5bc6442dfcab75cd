import type { Markup } from '../request/page-context.ts';

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** On every answer: nothing inline, nothing from elsewhere, never in a frame, kept nowhere. */
const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cache-Control': 'no-store',
};

export interface AnswerOptions {
  readonly status?: number;
  readonly cookies?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

export async function htmlAnswer(page: Markup, options: AnswerOptions = {}): Promise<Response> {
  return answer((await page).toString(), { 'Content-Type': 'text/html; charset=utf-8' }, options);
}

/** A table for spreadsheets, line by line as it is read. */
export function csvAnswer(name: string, lines: AsyncIterable<string>): Response {
  const encoder = new TextEncoder();
  const iterator = lines[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  const own = {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="${name}"`,
  };
  return answer(body, own, {});
}

/** 303: the next request is a GET, and reloading it sends no form again. */
export function redirect(to: string, cookies: readonly string[] = []): Response {
  return answer(null, { Location: to }, { status: 303, cookies });
}

function answer(
  body: string | ReadableStream<Uint8Array> | null,
  own: Record<string, string>,
  { status = 200, cookies = [], headers: more = {} }: AnswerOptions,
): Response {
  const headers = new Headers({ ...HEADERS, ...own, ...more });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(body, { status, headers });
}
