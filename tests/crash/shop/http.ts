/** An answer that came whole. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Undefined where no whole answer came. */
export async function ask(
  url: string,
  init: { method?: string; headers: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> },
  withinMs: number,
): Promise<Answer | undefined> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(withinMs) });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  } catch {
    return undefined;
  }
}
