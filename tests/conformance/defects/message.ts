/** A request's head as it is passed on: names and values alternating. */
export interface Head {
  method: string;
  path: string;
  headers: string[];
}

export interface Answer {
  status: number;
  headers: string[];
  body: Buffer;
}

export function header({ headers }: { headers: string[] }, name: string): string | undefined {
  const at = headers.findIndex((value, i) => i % 2 === 0 && value.toLowerCase() === name.toLowerCase());
  return at < 0 ? undefined : headers[at + 1];
}

export function withoutHeader(message: { headers: string[] }, name: RegExp): void {
  const kept: string[] = [];
  for (let i = 0; i < message.headers.length; i += 2) {
    const [key = '', value = ''] = message.headers.slice(i, i + 2);
    if (!name.test(key)) kept.push(key, value);
  }
  message.headers = kept;
}

export function setHeader(message: { headers: string[] }, name: string, value: string): void {
  withoutHeader(message, new RegExp(`^${name}$`, 'i'));
  message.headers.push(name, value);
}

/** The body as JSON, changed; an answer that is no JSON object stays as it is. */
export function changeJson(answer: Answer, change: (body: Record<string, unknown>) => unknown): void {
  let body: unknown;
  try {
    body = JSON.parse(answer.body.toString());
  } catch {
    return;
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return;
  answer.body = Buffer.from(JSON.stringify(change(body as Record<string, unknown>)));
}

export function json(status: number, body: unknown): Answer {
  return { status, headers: ['Content-Type', 'application/json'], body: Buffer.from(JSON.stringify(body)) };
}
