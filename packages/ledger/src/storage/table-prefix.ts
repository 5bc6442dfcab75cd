import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type QueryId,
  type SchemableIdentifierNode,
} from 'kysely';
import { TABLES } from './schema.ts';

const OURS: ReadonlySet<string> = new Set(TABLES);

/** Puts the shop's prefix before the names of our tables in every statement; nothing to do where there is none. */
export function tablePrefix(prefix: string): KyselyPlugin[] {
  if (prefix === '') return [];
  const transformer = new Prefixing(prefix);
  return [
    {
      transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
      transformResult: async ({ result }) => result,
    },
  ];
}

class Prefixing extends OperationNodeTransformer {
  readonly #prefix: string;
  constructor(prefix: string) {
    super();
    this.#prefix = prefix;
  }

  protected override transformSchemableIdentifier(
    node: SchemableIdentifierNode,
    queryId?: QueryId,
  ): SchemableIdentifierNode {
    const { identifier, ...rest } = super.transformSchemableIdentifier(node, queryId);
    const name = OURS.has(identifier.name) ? this.#prefix + identifier.name : identifier.name;
    return { ...rest, identifier: { ...identifier, name } };
  }
}

/** @throws TypeError for a prefix that is not one of a table's name */
export function checkPrefix(prefix: string): string {
  if (/^[A-Za-z0-9_]{0,30}$/.test(prefix)) return prefix;
  throw new TypeError(
    `prefix ${JSON.stringify(prefix)} cannot begin a table's name: give at most 30 letters, digits and underscores, such as "wp_"`,
  );
}
