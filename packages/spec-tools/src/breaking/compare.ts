import type { JsonObject } from '../contract/json.ts';
import { compareCatalogues } from './catalogues.ts';
import { type About, type Change, major, merge, minor, type SharedChange } from './change.ts';
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
      if (!after) return [major(whole(spec), 'spec-removed', `${spec} is removed`)];
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
    .map((spec) => minor(whole(spec), 'spec-added', `${spec} is new`));
  return merge([...changes.flat(), ...added]);
}

function whole(spec: string): About {
  return { spec, where: 'the whole spec', names: [] };
}
