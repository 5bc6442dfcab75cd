import { closestMatches } from './closest-match.ts';
import { MOCK_OPERATIONS, type MockOperation } from './operations.ts';

export type Route =
  | { found: true; operation: MockOperation }
  | { found: false; otherMethods: string[]; closest: string[] };

interface Template {
  operation: MockOperation;
  segments: readonly (string | undefined)[];
}

const templates: readonly Template[] = MOCK_OPERATIONS.map((operation) => ({
  operation,
  segments: operation.mountedPath
    .split('/')
    .map((segment) => (segment.startsWith('{') && segment.endsWith('}') ? undefined : segment)),
})).sort((a, b) => parameters(a) - parameters(b));

/** Finds the operation of a method and a raw path; a literal path wins over one with parameters. */
export function route(method: string, path: string): Route {
  const segments = path.split('/');
  const matching = templates.filter((template) => matches(template, segments));
  const exact = matching.find(({ operation }) => operation.method === method);
  if (exact) return { found: true, operation: exact.operation };
  return {
    found: false,
    otherMethods: matching.map(({ operation }) => operation.method),
    closest: closestMatches(
      path,
      // Several operations stand at one path.
      new Set(MOCK_OPERATIONS.map(({ mountedPath }) => mountedPath)),
    ),
  };
}

// Segments are compared as they stand on the wire: `%73tatus` is not `status`, and `..` is a name.
function matches({ segments }: Template, path: readonly string[]): boolean {
  return (
    segments.length === path.length &&
    segments.every((segment, i) => (segment === undefined ? isText(path[i]) : segment === path[i]))
  );
}

/** A parameter has to be something, and its escapes to be UTF-8. */
function isText(segment = ''): boolean {
  try {
    return decodeURIComponent(segment) !== '';
  } catch {
    return false;
  }
}

function parameters({ segments }: Template): number {
  return segments.filter((segment) => segment === undefined).length;
}
