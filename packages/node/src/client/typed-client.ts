import { OPERATIONS, type OperationId, type SpecName } from '@genvoris/contract';
import type { Redact } from '@genvoris/http';
import createClient, { type Client, type ClientPathsWithMethod, type MaybeOptionalInit } from 'openapi-fetch';
import { GenvorisUsageError, isGenvorisError } from '../errors.ts';
import { CapturedRequest } from './captured-request.ts';
import { serializePath } from './path-serializer.ts';
import { type Channel, send } from './send.ts';

type Method = 'get' | 'post' | 'patch' | 'delete';

// biome-ignore lint/complexity/noBannedTypes: openapi-fetch's own bound.
type AnyPaths = {};
type OperationOf<Paths, Path, M> = Path extends keyof Paths
  ? M extends keyof Paths[Path]
    ? Paths[Path][M]
    : never
  : never;

/** What openapi-fetch takes for a call, less what would lead around the contract. */
type InitOf<PathItem, M extends Method> = M extends keyof PathItem
  ? OrUndefined<Omit<NonNullable<MaybeOptionalInit<PathItem, M>>, OwnedByUs>>
  : never;
/** The same with `undefined` for all that may be left out, at any depth: neither a query nor JSON has a word for it. */
type OrUndefined<Given> = Given extends Platform
  ? Given
  : Given extends object
    ? {
        [Key in keyof Given]:
          | OrUndefined<Given[Key]>
          | (Record<never, never> extends Pick<Given, Key> ? undefined : never);
      }
    : Given;
/** What is no plain data, and stays as it is. */
type Platform =
  | AbortSignal
  | Blob
  | FormData
  | Headers
  | ReadableStream
  | readonly unknown[]
  | ((...args: never[]) => unknown);
type OwnedByUs =
  | 'baseUrl'
  | 'fetch'
  | 'Request'
  | 'middleware'
  | 'parseAs'
  | 'pathSerializer'
  | 'querySerializer'
  | 'method'
  | 'redirect';
// biome-ignore lint/complexity/noBannedTypes: `{}` is assignable exactly where no key is required.
type Arguments<Init> = {} extends Init ? [init?: Init] : [init: Init];

/** The body of an operation that goes well; `undefined` where the spec has none. */
type DataOf<Operation> = Operation extends { responses: infer Responses }
  ? BodyOf<Responses[Extract<keyof Responses, 200 | 201 | 202 | 203 | 204 | 205 | 206>]>
  : never;
type BodyOf<Response> = Response extends { content: infer Content } ? Content[keyof Content] : undefined;

/** A good answer. A bad one is thrown, so there is no `error` to check. */
export interface Answer<Data> {
  data: Data;
  /** For its status and headers; its body has been read. */
  response: Response;
}

type Call<Paths extends AnyPaths, M extends Method> = <Path extends ClientPathsWithMethod<Client<Paths>, M>>(
  path: Path,
  ...init: Path extends keyof Paths ? Arguments<InitOf<Paths[Path], M>> : never
) => Promise<Answer<DataOf<OperationOf<Paths, Path, M>>>>;

/** The calls of one spec, typed by it. Each throws a `GenvorisError`. */
export interface TypedClient<Paths extends AnyPaths> {
  GET: Call<Paths, 'get'>;
  POST: Call<Paths, 'post'>;
  PATCH: Call<Paths, 'patch'>;
  DELETE: Call<Paths, 'delete'>;
}

type LooseInit = Record<string, unknown> | undefined;

export function createTypedClient<Paths extends AnyPaths>(
  spec: SpecName,
  channel: Channel,
): TypedClient<Paths> {
  const operations = new Map<string, OperationId>(
    Object.values(OPERATIONS)
      .filter((operation) => operation.spec === spec)
      .map((operation) => [`${operation.method} ${operation.path}`, operation.operationId as OperationId]),
  );
  const client = createClient<Record<string, Record<string, never>>>({
    baseUrl: channel.baseUrl,
    Request: CapturedRequest,
    pathSerializer: serializePath,
  });

  const call = (method: Uppercase<Method>) => async (path: string, init: LooseInit) => {
    const operationId = operations.get(`${method} ${path}`);
    if (operationId === undefined) {
      throw new GenvorisUsageError('invalid_call', 'path', `${spec} has no ${method} ${path}`);
    }
    const { path: ids = {}, ...params } = (init?.params ?? {}) as Record<string, unknown>;
    const request = client.request(
      method.toLowerCase() as never,
      path as never,
      {
        ...init,
        // Without any, openapi-fetch would send the braces.
        params: { ...params, path: ids },
        baseUrl: channel.baseUrl,
        fetch: (request: Request) => send(channel, operationId, request),
      } as never,
    );
    const { data, response } = await request.catch((error: unknown) => {
      throw isGenvorisError(error) ? error : toUsageError(error, channel.redact);
    });
    return { data, response };
  };

  return {
    GET: call('GET'),
    POST: call('POST'),
    PATCH: call('PATCH'),
    DELETE: call('DELETE'),
  } as unknown as TypedClient<Paths>;
}

/** What could not even be made a request of. The platform quotes a header's value, which may be a token. */
function toUsageError(error: unknown, redact: Redact): GenvorisUsageError {
  const said = error instanceof Error ? error.message : String(error);
  const message = /^Headers\b/.test(said)
    ? 'a header has a name or a value that cannot be sent'
    : redact(said);
  return new GenvorisUsageError('invalid_call', 'request', message);
}
