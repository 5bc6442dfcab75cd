// The TypeScript compiler behind openapi-typescript takes half a second to load: in a thread of its own
// it does so while the specs are still being bundled.
import { parentPort } from 'node:worker_threads';
import openapiTS, { astToString } from 'openapi-typescript';

/** The types of each spec, by its name, or the spec that has none and why. */
export type TypesAnswer = { sources: Map<string, string> } | { file: string; problem: string };

/** Takes the bundled documents as JSON text. */
parentPort?.once('message', async (specs: { name: string; file: string; document: string }[]) => {
  const sources = new Map<string, string>();
  for (const { name, file, document } of specs) {
    try {
      const nodes = await openapiTS(JSON.parse(document), {
        alphabetize: false,
        silent: true,
        rootTypes: true,
        rootTypesNoSchemaPrefix: true,
        rootTypesKeepCasing: true,
        // A request may leave out a field that has a default.
        defaultNonNullable: false,
      });
      sources.set(name, astToString(nodes));
    } catch (cause) {
      const problem = cause instanceof Error ? cause.message : String(cause);
      return parentPort?.postMessage({ file, problem } satisfies TypesAnswer);
    }
  }
  parentPort?.postMessage({ sources } satisfies TypesAnswer);
});
