import { siteBase } from '../safe-url.ts';

/** What came back from the server. Status 0: nothing usable did. */
export interface Answer {
  status: number;
  /** The parsed JSON, or `undefined` where there was none. */
  body: unknown;
  retryAfter?: string;
}

export interface ExchangeLimits {
  maxBytes: number;
  timeoutMs: number;
}

/** Fetches JSON with a bound on time and size. Never rejects: what fails is an answer with status 0. */
export async function exchange(
  url: string,
  init: RequestInit,
  limits: ExchangeLimits,
  abort?: AbortSignal,
): Promise<Answer> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const timer = setTimeout(stop, limits.timeoutMs);
  abort?.addEventListener('abort', stop);
  try {
    if (abort?.aborted) stop();
    // A redirect is a login page or somebody else's server, never the contract's answer.
    const response = await fetch(new URL(url, siteBase()), {
      cache: 'no-store',
      redirect: 'error',
      ...init,
      signal: controller.signal,
    });
    const answer: Answer = {
      status: response.status,
      body: parse(await readText(response, limits.maxBytes)),
    };
    const retryAfter = response.headers.get('retry-after');
    return retryAfter === null ? answer : { ...answer, retryAfter };
  } catch {
    return { status: 0, body: undefined };
  } finally {
    // Also ends a body that is still coming, such as one over the limit.
    stop();
    clearTimeout(timer);
    abort?.removeEventListener('abort', stop);
  }
}

async function readText(response: Response, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) throw new RangeError('answer too large');
    text += decoder.decode(value, { stream: true });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isSuccess(answer: Answer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

/** The own member of an unknown value, or `undefined`. */
export function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
