import type { JsonObject } from '../contract/json.ts';
import { compareCatalogues } from './catalogues.ts';
import { type Change, merge, type SharedChange } from './change.ts';
import { compareKeywords } from './keywords.ts';
import { compareByOasdiff } from './oasdiff.ts';
import { compareOperations } from './operations.ts';

/** Bundled specs by name. */
export type Specs = Map<string, JsonObject>;

/** Every difference between two states of the contract that a consumer can notice. */
export async function compareSpecs(released: Specs, current: Specs): Promise<SharedChange[]> {
  const changes = await Promise.all(
    [...released].map(async ([spec, before]): Promise<Change[]> => {
      const after = current.get(spec);
      if (!after) {
        return [
          {
            level: 'major',
            rule: 'spec-removed',
            spec,
            where: 'the whole spec',
            text: `${spec} is removed`,
            names: [],
          },
        ];
      }
      return [
        ...compareCatalogues(spec, before, after),
        ...compareOperations(spec, before, after),
        ...compareKeywords(spec, before, after),
        ...(await compareByOasdiff(spec, before, after)),
      ];
    }),
  );
  const added = [...current.keys()]
    .filter((spec) => !released.has(spec))
    .map(
      (spec): Change => ({
        level: 'minor',
        rule: 'spec-added',
        spec,
        where: 'the whole spec',
        text: `${spec} is new`,
        names: [],
      }),
    );
  return merge([...changes.flat(), ...added]);
}
