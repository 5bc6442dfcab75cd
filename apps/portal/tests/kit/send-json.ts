/** A try-on to report, of an api_key that goes with it. */
export const REPORT = {
  product_type: 'apparel',
  variation_count: 1,
  generation_time_ms: 1,
  success: true,
} as const;

export interface JsonAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of an answer
  readonly body: any;
}

interface JsonRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Sends JSON by POST, or asks by GET where there is no body; what is no JSON comes back as text. */
export async function sendJson(
  url: string,
  { body, headers, method }: JsonRequest = {},
): Promise<JsonAnswer> {
  const response = await fetch(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { 'content-type': 'application/json', ...headers },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
}
