import { OPERATIONS, type Operation, type OperationId, SECURITY_SCHEMES } from '@genvoris/contract';
import { isJsonObject } from '../../../core/http/json.ts';
import { multipart } from '../../../core/http/multipart.ts';

/** The specs a provider serves; the storefront's is the shop's own side. */
export const PROVIDER_SPECS = ['status', 'v1', 'tryon-track', 'tryon', 'connect'] as const;
/** A spec that a provider serves. */
export type ProviderSpec = (typeof PROVIDER_SPECS)[number];

/** An operation of the Genvoris side. */
export type ProviderOperationId = {
  [Id in OperationId]: (typeof OPERATIONS)[Id]['spec'] extends ProviderSpec ? Id : never;
}[OperationId];

export const PROVIDER_OPERATIONS = Object.values(OPERATIONS)
  .filter(({ spec }) => (PROVIDER_SPECS as readonly string[]).includes(spec))
  .map(({ operationId }) => operationId as ProviderOperationId);

export type CallBody =
  | { readonly json: unknown }
  | { readonly urlencoded: Readonly<Record<string, string>> }
  | {
      readonly form: Readonly<Record<string, string>>;
      readonly photo?: { readonly bytes: Uint8Array; readonly type: string };
    }
  | { readonly bytes: Uint8Array; readonly contentType?: string | undefined; readonly chunked?: boolean };

/** A request to one operation, before it is bytes. */
export interface Call {
  readonly operationId: ProviderOperationId;
  /** Of the path, by name; encoded when they are put in. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: CallBody | undefined;
  /** The API key; null presents none. */
  readonly key?: string | null;
  /** The internal secret; null presents none. */
  readonly secret?: string | null;
  /** In place of the operation's own. */
  readonly method?: string;
  /** In place of the operation's own, as it goes on the wire. */
  readonly path?: string;
  /** Another instance of the same provider. */
  readonly target?: string | undefined;
}

export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: [name: string, value: string][];
  readonly body: Uint8Array | undefined;
  readonly chunked: boolean;
}

export function operation(operationId: ProviderOperationId): Operation {
  return OPERATIONS[operationId];
}

/** Whether the key goes into the JSON body, as it does for track. */
export function takesKeyInBody(operationId: ProviderOperationId): boolean {
  return operation(operationId).security.flat().includes('InternalSecret');
}

export function takesKey(operationId: ProviderOperationId): boolean {
  const schemes = operation(operationId).security.flat();
  return schemes.includes('ApiKeyBearer') || takesKeyInBody(operationId);
}

export function toWire(call: Call, base: URL): WireRequest {
  const { method, path } = operation(call.operationId);
  const filled = path.replace(/\{([^}]+)\}/g, (_whole, name: string) =>
    encodeURIComponent(call.params?.[name] ?? ''),
  );
  const query = new URLSearchParams(call.query).toString();
  const mount = base.pathname.replace(/\/$/, '');
  const headers: [string, string][] = [
    ['Host', base.host],
    ['Accept-Encoding', 'identity'],
  ];
  const schemes = operation(call.operationId).security.flat();
  if (call.key != null && schemes.includes('ApiKeyBearer'))
    headers.push(['Authorization', `Bearer ${call.key}`]);
  if (call.secret != null && schemes.includes('InternalSecret'))
    headers.push([SECURITY_SCHEMES.InternalSecret.name, call.secret]);
  const { bytes, contentType, chunked } = encode(call);
  if (contentType !== undefined) headers.push(['Content-Type', contentType]);
  for (const [name, value] of Object.entries(call.headers ?? {})) {
    const at = headers.findIndex(([known]) => known.toLowerCase() === name.toLowerCase());
    if (at >= 0) headers.splice(at, 1);
    headers.push([name, value]);
  }
  if (bytes !== undefined)
    headers.push(chunked ? ['Transfer-Encoding', 'chunked'] : ['Content-Length', String(bytes.length)]);
  else if ((call.method ?? method) !== 'GET' && (call.method ?? method) !== 'HEAD')
    headers.push(['Content-Length', '0']);
  return {
    method: call.method ?? method,
    path: mount + (call.path ?? filled + (query === '' ? '' : `?${query}`)),
    headers,
    body: bytes,
    chunked,
  };
}

interface Encoded {
  readonly bytes: Uint8Array | undefined;
  readonly contentType: string | undefined;
  readonly chunked: boolean;
}

const BOUNDARY = '----genvoris-conformance-4Vn0kEwQ7bT2xR';

function encode({ operationId, body, key }: Call): Encoded {
  if (body === undefined) return { bytes: undefined, contentType: undefined, chunked: false };
  if ('bytes' in body)
    return { bytes: body.bytes, contentType: body.contentType, chunked: body.chunked ?? false };
  if ('json' in body) {
    const { json } = body;
    const withKey = takesKeyInBody(operationId) && isJsonObject(json);
    // A body that names a key of its own keeps it; null leaves the field out.
    const value = withKey && !('api_key' in json) && key != null ? { api_key: key, ...json } : json;
    return {
      bytes: Buffer.from(JSON.stringify(value)),
      contentType: 'application/json',
      chunked: false,
    };
  }
  if ('urlencoded' in body) {
    const bytes = Buffer.from(new URLSearchParams(body.urlencoded).toString());
    return { bytes, contentType: 'application/x-www-form-urlencoded', chunked: false };
  }
  const photo = body.photo && { ...body.photo, filename: 'me' };
  const { contentType, body: bytes } = multipart(BOUNDARY, body.form, photo);
  return { bytes, contentType, chunked: false };
}

/** The call with these fields laid over its JSON body. */
export function withJson(call: Call, fields: Readonly<Record<string, unknown>>): Call {
  const json = call.body && 'json' in call.body ? (call.body.json as object) : {};
  return { ...call, body: { json: { ...json, ...fields } } };
}
