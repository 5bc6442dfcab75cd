import { createRequestId } from '@genvoris/http';
import type { Plan } from '../scenarios/plan.ts';
import { KEY_PREFIX, SELECTABLE_NAMES } from '../scenarios/scenario.ts';
import { MOCK_OPERATIONS } from '../spec/operations.ts';
import type { Route } from '../spec/router.ts';
import { type Answer, jsonAnswer } from './answer.ts';

// The answers no spec documents: the mock's own.

function own(status: number, value: unknown): Answer {
  return jsonAnswer(status, value, { 'X-Request-Id': createRequestId(), 'Cache-Control': 'no-store' });
}

export function unknownPath(method: string, path: string, route: Route & { found: false }): Answer {
  const hint = route.otherMethods.length
    ? `This path takes ${route.otherMethods.join(', ')}.`
    : route.closest.length
      ? `Did you mean ${route.closest.join(' or ')}?`
      : 'GET / lists what is served.';
  return own(404, {
    ...(isOfPortal(path, route.closest) ? { error: 'not_found' } : { code: 'path_not_allowed' }),
    message: `The mock serves nothing at ${method} ${path}. ${hint}`,
    closest: route.closest,
    known: MOCK_OPERATIONS.map(({ method, mountedPath }) => `${method} ${mountedPath}`),
  });
}

const PORTAL_SPECS: readonly string[] = ['v1', 'tryon-track', 'connect'];

/** Whether an unknown path is answered in the portal's family of errors: as what stands below the same path, or else closest to it. */
function isOfPortal(path: string, [closest]: readonly string[]): boolean {
  const start = path.split('/', 3).join('/');
  const beside = MOCK_OPERATIONS.find(({ mountedPath }) => mountedPath.startsWith(`${start}/`));
  const neighbour = beside ?? MOCK_OPERATIONS.find(({ mountedPath }) => mountedPath === closest);
  return neighbour !== undefined && PORTAL_SPECS.includes(neighbour.spec);
}

export function unknownScenario(plan: Plan & { kind: 'unknown' }): Answer {
  const { what, name, closest } = plan;
  const hint = closest.length ? ` Did you mean ${closest.slice(0, 3).join(' or ')}?` : '';
  return own(404, {
    code: 'unknown_scenario',
    message: `The mock knows no ${what} "${name}".${hint}`,
    closest,
    known: what === 'scenario' ? SELECTABLE_NAMES : closest,
  });
}

export function mockFailed(error: unknown): Answer {
  const reason = error instanceof Error ? error.message : String(error);
  return own(500, { code: 'mock_failed', message: `The mock itself failed, not what it mocks: ${reason}` });
}

/** `GET /`: what is served and how to choose. */
export function indexAnswer(url: string): Answer {
  return own(200, {
    name: 'genvoris-mock',
    choose: {
      key: `${KEY_PREFIX}<scenario> as bearer token, as api_key in the query or in a JSON body`,
      path: `${url}/scenario/<scenario>/...`,
      header: 'Prefer: example=<scenario>, or code=<status>',
    },
    operations: MOCK_OPERATIONS.map(({ operationId, spec, method, mountedPath, responses }) => ({
      operationId,
      spec,
      method,
      url: `${url}${mountedPath}`,
      scenarios: responses.flatMap(({ examples }) => examples),
    })),
    scenarios: SELECTABLE_NAMES,
  });
}
