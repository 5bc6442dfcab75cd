import { OPERATIONS } from '@genvoris/contract';
import { SpanKind, trace } from '@opentelemetry/api';
import {
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_HTTP_ROUTE,
  ATTR_URL_PATH,
  ATTR_URL_SCHEME,
} from '@opentelemetry/semantic-conventions';
import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { operations } from '../../api/operations/index.ts';
import { fail, type Spans } from './spans.ts';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'CONNECT', 'TRACE']);

/** Of the portal's own: other services have operations at the same paths. */
const OPERATION_OF = new Map(
  Object.values(operations).map(({ operationId }) => {
    const { method, path } = OPERATIONS[operationId];
    return [`${method} ${path.replace(/\{([^}]+)\}/g, ':$1')}`, operationId];
  }),
);

/**
 * A span per request by the conventions for HTTP servers, named by the operation's id. `url.path` is the route as
 * it is mounted, for a path may hold an e-mail or whatever a caller put there; query and headers are not told.
 */
export function traceRequests(spans: Spans): MiddlewareHandler {
  return async (c, next) => {
    const method = METHODS.has(c.req.method) ? c.req.method : '_OTHER';
    const route = matchedRoutes(c).at(-1)?.path;
    const attributes = {
      [ATTR_HTTP_REQUEST_METHOD]: method,
      [ATTR_URL_SCHEME]: new URL(c.req.url).protocol.slice(0, -1),
      ...routeAttributes(route),
    };
    const name = nameOf(method, route);
    await spans.within({ name, kind: SpanKind.SERVER, attributes, from: c.req.raw.headers }, async (span) => {
      await next();
      span.setAttribute(ATTR_HTTP_RESPONSE_STATUS_CODE, c.res.status);
      if (c.res.status >= 500) fail(span, String(c.res.status));
    });
  };
}

/** For the dashboard, which finds its pages behind one route of the portal. */
export function namePage(method: string, route: string): void {
  trace.getActiveSpan()?.updateName(nameOf(method, route)).setAttributes(routeAttributes(route));
}

function nameOf(method: string, route: string | undefined): string {
  if (isAnything(route)) return method;
  return OPERATION_OF.get(`${method === 'HEAD' ? 'GET' : method} ${route}`) ?? `${method} ${route}`;
}

function routeAttributes(route: string | undefined): Record<string, string> {
  return isAnything(route) ? {} : { [ATTR_HTTP_ROUTE]: route, [ATTR_URL_PATH]: route };
}

function isAnything(route: string | undefined): route is undefined {
  return route === undefined || route === '*' || route === '/*';
}
