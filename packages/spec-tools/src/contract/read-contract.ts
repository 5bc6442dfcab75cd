import { bundleSpecs, readShared, type Spec } from './bundle.ts';
import { type Catalogue, readCatalogues } from './catalogue.ts';
import type { JsonObject } from './json.ts';
import { type ContractOperation, readOperations } from './operations.ts';

/** All that `openapi` says, read and resolved. */
export interface Contract {
  specs: Spec[];
  operations: ContractOperation[];
  catalogues: Catalogue[];
  /** The parsed files of `openapi/shared`, by path from the root. */
  shared: Map<string, JsonObject>;
}

/** Reads the contract under `root`. @throws SpecError */
export async function readContract(root: string): Promise<Contract> {
  const [specs, shared] = await Promise.all([bundleSpecs(root), readShared(root)]);
  return { specs, operations: readOperations(specs), catalogues: readCatalogues(shared), shared };
}
