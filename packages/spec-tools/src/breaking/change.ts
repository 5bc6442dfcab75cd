/** What a change asks of the version: `major` breaks a consumer, `minor` adds to the contract. */
export type Level = 'major' | 'minor';

/** One difference between the released contract and the present one. */
export interface Change {
  level: Level;
  /** A stable id: one of ours, or oasdiff's. */
  rule: string;
  /** The spec it stands in, `status` for `openapi/status.yaml`. */
  spec: string;
  /** Where in the spec: an operation, a catalogue and its value. */
  where: string;
  text: string;
  /** What a consumer's source calls the changed thing: operation ids, values. */
  names: string[];
}

/** What a change is about, apart from what happened to it. */
export type About = Pick<Change, 'spec' | 'where' | 'names'>;

export const major = (about: About, rule: string, text: string): Change => change('major', about, rule, text);
export const minor = (about: About, rule: string, text: string): Change => change('minor', about, rule, text);

function change(level: Level, { spec, where, names }: About, rule: string, text: string): Change {
  return { level, rule, spec, where, text, names };
}

/** A change seen once, with every spec that shares the changed part. */
export interface SharedChange extends Omit<Change, 'spec'> {
  specs: string[];
}

/** The same change of a part that several specs share is one change. */
export function merge(changes: readonly Change[]): SharedChange[] {
  const merged = new Map<string, SharedChange>();
  for (const { spec, ...change } of changes) {
    const key = [change.level, change.rule, change.where, change.text].join('\n');
    const known = merged.get(key);
    if (known) known.specs.push(spec);
    else merged.set(key, { ...change, specs: [spec] });
  }
  return [...merged.values()];
}
