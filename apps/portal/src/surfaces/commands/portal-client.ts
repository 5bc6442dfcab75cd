/** Where a command finds the portal, and as whom. */
export interface PortalTarget {
  readonly portal: string;
  readonly key: string;
}

export interface TargetOptions {
  readonly portal?: string;
  readonly key?: string;
}

/** @throws Error naming what is missing. */
export function readTarget({ portal, key }: TargetOptions): PortalTarget {
  const url = portal ?? process.env.GENVORIS_PORTAL_URL ?? `http://127.0.0.1:${process.env.PORT ?? 8787}`;
  const apiKey = key ?? process.env.GENVORIS_API_KEY;
  if (!isHttpUrl(url)) {
    throw new Error(
      `--portal (GENVORIS_PORTAL_URL) must be an http or https URL, not ${JSON.stringify(url)}.`,
    );
  }
  if (!apiKey)
    throw new Error("Give the store's key with --key or GENVORIS_API_KEY (portal seed makes one).");
  return { portal: url.replace(/\/+$/, ''), key: apiKey };
}

export function isHttpUrl(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? '');
}

/** Calls the portal. @throws Error with the portal's own words if it refuses, or says that it is not there. */
export async function callPortal(
  { portal, key }: PortalTarget,
  path: string,
  init: { method?: string; body?: unknown; signal?: AbortSignal } = {},
): Promise<Response> {
  const response = await fetch(portal + path, {
    method: init.method ?? 'GET',
    headers: {
      authorization: `Bearer ${key}`,
      ...(init.body !== undefined && { 'content-type': 'application/json' }),
    },
    body: init.body === undefined ? null : JSON.stringify(init.body),
    signal: init.signal ?? null,
  }).catch((cause: unknown) => {
    throw new Error(`There is no portal at ${portal}. Start it with: portal serve`, { cause });
  });
  if (response.ok) return response;
  const text = await response.text();
  throw new Error(`The portal answered ${response.status}: ${explain(text)}`);
}

function explain(text: string): string {
  try {
    const { message, detail, fieldErrors } = JSON.parse(text) as {
      message?: string;
      detail?: string;
      fieldErrors?: Record<string, string[]>;
    };
    const fields = Object.entries(fieldErrors ?? {}).map(
      ([at, [first]]) => `\n  ${at || 'the body'} ${first}`,
    );
    return `${detail ?? message ?? text}${fields.join('')}`;
  } catch {
    return text.slice(0, 200);
  }
}
