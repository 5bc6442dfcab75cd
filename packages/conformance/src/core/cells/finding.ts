/** One way in which what happened is not what the contract says. */
export interface Finding {
  message: string;
  expected?: string | undefined;
  actual?: string | undefined;
}

export function finding(message: string, expected?: unknown, actual?: unknown): Finding {
  return {
    message,
    ...(expected !== undefined && { expected: show(expected) }),
    ...(actual !== undefined && { actual: show(actual) }),
  };
}

/** The finding, unless it holds. */
export function unless(holds: boolean, message: string, expected?: unknown, actual?: unknown): Finding[] {
  return holds ? [] : [finding(message, expected, actual)];
}

const LONGEST = 400;

export function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;
}
