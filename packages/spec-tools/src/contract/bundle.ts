import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { isObject, type Json, type JsonObject } from './json.ts';
import { narrowErrors } from './narrow-errors.ts';
import { SpecError } from './spec-error.ts';

/** One spec, bundled: every reference inside the one document. */
export interface Spec {
  /** `status` for `openapi/status.yaml`. */
  name: string;
  /** Path from the repository's root, for messages and headers. */
  file: string;
  document: JsonObject;
}

export function specFiles(root: string): string[] {
  const folder = join(root, 'openapi');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

/** Bundles every spec of the repository, with its error responses narrowed to the words they show. */
export async function bundleSpecs(root: string): Promise<Spec[]> {
  const redocly = await import('@redocly/openapi-core/lib/bundle-oas');
  const config = redocly.createEmptyRedoclyConfig();
  return Promise.all(
    specFiles(root).map(async (path) => {
      const file = relative(root, path);
      const { bundle, problems } = await redocly.bundleOas({ ref: path, config }).catch((cause: unknown) => {
        throw yamlProblem(root, file, cause);
      });
      for (const problem of problems) {
        if (problem.severity !== 'error') continue;
        const at = problem.location[0];
        throw new SpecError(
          at ? relative(root, at.source.absoluteRef) : file,
          at?.pointer?.replace(/^#/, '') ?? '',
          problem.message,
        );
      }
      // Through JSON: aliases of the YAML become copies, so that narrowing one leaves the others alone.
      const document: unknown = JSON.parse(JSON.stringify(bundle.parsed));
      if (!isObject(document) || typeof document.openapi !== 'string') {
        throw new SpecError(file, '', 'is not an OpenAPI document');
      }
      const name = basename(path, '.yaml');
      return { name, file, document: narrowErrors(document) };
    }),
  );
}

/** The parsed files of `openapi/shared`, by path from the root. */
export async function readShared(root: string): Promise<Map<string, JsonObject>> {
  const { parse } = await import('yaml');
  const folder = join(root, 'openapi', 'shared');
  const files = new Map<string, JsonObject>();
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.yaml')) continue;
    const file = relative(root, join(folder, name));
    let content: Json;
    try {
      content = parse(readFileSync(join(folder, name), 'utf8'), { maxAliasCount: -1 });
    } catch (cause) {
      throw yamlProblem(root, file, cause);
    }
    if (!isObject(content)) throw new SpecError(file, '', 'is not a map of shared definitions');
    files.set(file, content);
  }
  return files;
}

function yamlProblem(root: string, file: string, cause: unknown): SpecError {
  const message = cause instanceof Error ? cause.message : String(cause);
  const source = (cause as { source?: { absoluteRef?: string } }).source?.absoluteRef;
  return new SpecError(source ? relative(root, source) : file, '', message.split('\n')[0] ?? message);
}
