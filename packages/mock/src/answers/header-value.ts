export interface DocumentedHeader {
  required: boolean;
  /** A single example without a name. */
  example?: unknown;
  /** Named examples, in the order of the spec. */
  examples: readonly (readonly [name: string, value: unknown])[];
}

/**
 * What a header says in a scenario; `undefined` where it stays away. Prism would send its first example
 * whatever the scenario, and the word `null` where it has none. Here the example named like the
 * scenario wins, then the one named `default`; a header whose examples all belong to other scenarios
 * stays away unless it is required.
 */
export function headerValue(
  header: DocumentedHeader,
  scenario: string | undefined,
  fromPrism: unknown,
): string | undefined {
  const named = new Map(header.examples);
  const [first] = named.values();
  const last = header.required ? (first ?? fromPrism) : named.size > 0 ? undefined : fromPrism;
  const value = (scenario && named.get(scenario)) ?? named.get('default') ?? header.example ?? last;
  return value === undefined || value === null ? undefined : String(value);
}
