const FIELD = /^(?:\/[\w-]{1,64}){1,6}$/;

/**
 * Names each field, one inside another with a dot: `data.currency`. A name that the client made up may be anything, and of
 * any length: only one like a field's is repeated.
 */
export function breaksRules(errors: readonly { path: string; message: string }[]) {
  const fields: Record<string, string[]> = Object.create(null);
  for (const { path, message } of errors) {
    const field = FIELD.test(path) ? path.slice(1).replaceAll('/', '.') : 'body';
    fields[field] = [...(fields[field] ?? []), `The ${field} field ${message}.`];
  }
  return { kind: 'invalid_request', detail: Object.values(fields)[0]?.[0] ?? '', fields } as const;
}
