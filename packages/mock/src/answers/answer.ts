/** What goes on the wire as an answer, before a hook or a fault touches it. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[]>;
  body: Uint8Array;
}

export function jsonAnswer(status: number, value: unknown, headers: Answer['headers'] = {}): Answer {
  return {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: Buffer.from(JSON.stringify(value)),
  };
}

/** The value of a header whatever its case, the first where it has several. */
export function headerOf(answer: Answer, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const [key, value] of Object.entries(answer.headers)) {
    if (key.toLowerCase() === wanted) return Array.isArray(value) ? value[0] : value;
  }
  return undefined;
}

/** Sets a header, replacing one of the same name in another case. */
export function setHeader(answer: Answer, name: string, value: string | string[]): void {
  const wanted = name.toLowerCase();
  for (const key of Object.keys(answer.headers)) {
    if (key.toLowerCase() === wanted) delete answer.headers[key];
  }
  answer.headers[name] = value;
}
