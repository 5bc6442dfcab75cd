// The TypeScript compiler behind openapi-typescript takes half a second to load: in a thread of its own
// it does so while the specs are still being bundled.
import { parentPort } from 'node:worker_threads';
import openapiTS, { astToString } from 'openapi-typescript';

export interface TypesRequest {
  name: string;
  /** The bundled document, as JSON text. */
  document: string;
}

export type TypesAnswer = { name: string; source: string } | { name: string; problem: string };

parentPort?.on('message', async ({ name, document }: TypesRequest) => {
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
    parentPort?.postMessage({ name, source: astToString(nodes) } satisfies TypesAnswer);
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    parentPort?.postMessage({ name, problem } satisfies TypesAnswer);
  }
});
