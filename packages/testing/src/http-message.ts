/** A message as it is passed on: names and values of its headers alternate, in their order and case. */
interface HttpMessage {
  headers: readonly string[];
  body: Buffer;
}

export interface HttpRequest extends HttpMessage {
  method: string;
  /** Path and query, as they came. */
  path: string;
}

export interface HttpResponse extends HttpMessage {
  status: number;
}

export function header({ headers }: Pick<HttpMessage, 'headers'>, name: string): string | undefined {
  const at = headers.findIndex((value, i) => i % 2 === 0 && value.toLowerCase() === name.toLowerCase());
  return at < 0 ? undefined : headers[at + 1];
}

/** Returns the message with this header, in place of what it had of the name; undefined takes it away. */
export function withHeader<One extends HttpMessage>(one: One, name: string, value: string | undefined): One {
  const kept = one.headers.filter((_, i) => one.headers[i - (i % 2)]?.toLowerCase() !== name.toLowerCase());
  return { ...one, headers: value === undefined ? kept : [...kept, name, value] };
}

// biome-ignore lint/suspicious/noExplicitAny: bodies are of many kinds
export type Json = any;

/** Returns the body as JSON; undefined where it is none. */
export function jsonOf({ body }: Pick<HttpMessage, 'body'>): Json {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

export function withJson<One extends HttpMessage>(one: One, value: unknown): One {
  return { ...one, body: Buffer.from(JSON.stringify(value)) };
}

/** A response of one's own, with the request id that every answer of the contract has. */
export function jsonResponse(status: number, value?: unknown): HttpResponse {
  const id = ['X-Request-Id', `req_${Math.random().toString(36).slice(2).padEnd(10, '0')}`];
  if (value === undefined) return { status, headers: id, body: Buffer.alloc(0) };
  return withJson(
    { status, headers: ['Content-Type', 'application/json', ...id], body: Buffer.alloc(0) },
    value,
  );
}
