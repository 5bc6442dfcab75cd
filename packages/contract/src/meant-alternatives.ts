import type { CompiledError } from './sentence.ts';

/** How many errors before the union's own those of an alternative begin, and what tells that it is meant. */
type Alternative = readonly [
  begin: number,
  tells: { readonly has: readonly string[]; readonly says: readonly string[] },
];

/**
 * The errors without those of alternatives that a value evidently was not meant to be: of a batch of events, nobody is
 * told that it lacks the fields of a single one. An alternative is meant where a field is there that it needs and
 * another does not have, or where a field has a value that it takes. All stay where nothing tells.
 */
export function ofMeantAlternatives(errors: readonly CompiledError[]): readonly CompiledError[] {
  const beside = new Set<CompiledError>();
  for (const [at, { keyword, params, instancePath }] of errors.entries()) {
    if (keyword !== 'oneOf' || !params.alternatives) continue;
    const alternatives = params.alternatives as readonly Alternative[];
    // Two of them took the value, and the others were not asked.
    if (alternatives.some(([begin]) => Number.isNaN(begin))) continue;
    const own = alternatives.map(([begin, tells], index) => {
      const next = alternatives[index + 1]?.[0] ?? 0;
      const found = errors.slice(at - begin, at - next);
      return { found, meant: isMeant(tells, found, instancePath) };
    });
    if (!own.some(({ meant }) => meant)) continue;
    for (const { found, meant } of own) if (!meant) for (const error of found) beside.add(error);
  }
  return errors.filter((error) => !beside.has(error));
}

function isMeant({ has, says }: Alternative[1], errors: readonly CompiledError[], place: string): boolean {
  const missing = (name: string) =>
    errors.some(({ instancePath, params }) => instancePath === place && params.missingProperty === name);
  const wrong = (name: string) =>
    errors.some(
      ({ instancePath, keyword }) =>
        instancePath === `${place}/${name}` && (keyword === 'const' || keyword === 'enum'),
    );
  return has.some((name) => !missing(name)) || says.some((name) => !missing(name) && !wrong(name));
}
