import { type Attributes, SpanKind } from '@opentelemetry/api';
import {
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_SERVER_ADDRESS,
  ATTR_SERVER_PORT,
  ATTR_URL_FULL,
} from '@opentelemetry/semantic-conventions';
import type { Egress } from '../../foundation/egress/egress.ts';
import type { TryonEngine } from '../../images/engine/engine.ts';
import { fail, type Spans } from './spans.ts';

/** A client span for each request to an address that somebody named, and its `traceparent` on the way. */
export function traceEgress(spans: Spans, egress: Egress): Egress {
  return {
    reach: egress.reach,
    close: () => egress.close(),
    send(request) {
      const method = request.method ?? 'GET';
      const attributes = { [ATTR_HTTP_REQUEST_METHOD]: method, ...whereTo(request.url) };
      return spans.within({ name: method, kind: SpanKind.CLIENT, attributes }, async (span) => {
        const result = await egress.send({ ...request, headers: { ...request.headers, ...spans.headers() } });
        if (!result.ok) fail(span, result.failure);
        else {
          span.setAttribute(ATTR_HTTP_RESPONSE_STATUS_CODE, result.status);
          if (result.status >= 400) fail(span, String(result.status));
        }
        return result;
      });
    },
  };
}

/** A span for each generation; of a client, if it is for a model server. */
export function traceEngine(spans: Spans, engine: TryonEngine, url: string | undefined): TryonEngine {
  return {
    name: engine.name,
    close: () => engine.close(),
    generate: (request) =>
      spans.within(
        {
          name: `generate ${engine.name}`,
          kind: url === undefined ? SpanKind.INTERNAL : SpanKind.CLIENT,
          attributes: {
            'genvoris.engine.name': engine.name,
            'genvoris.engine.variations': request.variations,
            ...(url !== undefined && { [ATTR_HTTP_REQUEST_METHOD]: 'POST', ...whereTo(url) }),
          },
        },
        () => engine.generate(request),
      ),
  };
}

/** Paths, queries and user names of other people's addresses are where they keep their secrets. */
function whereTo(text: string): Attributes {
  const url = URL.parse(text);
  if (!url) return {};
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  return {
    [ATTR_SERVER_ADDRESS]: url.hostname,
    [ATTR_SERVER_PORT]: port,
    [ATTR_URL_FULL]: `${url.origin}/REDACTED`,
  };
}
