/**
 * Where the exchange was: `connect` until a connection took the request, then `headers` until the
 * status arrived, then `body`.
 */
export type TransportPhase = 'connect' | 'headers' | 'body';

/** Why an exchange has no answer. Holds neither the URL's query nor any header, so it is safe to log. */
export type TransportFailure =
  /** Nothing listens, no route, or the proxy of the environment does not let it through. */
  | { kind: 'refused'; phase: 'connect'; target: string; cause: TransportCause }
  /** The host name has no address. */
  | { kind: 'unresolvable'; phase: 'connect'; target: string; cause: TransportCause }
  /** The TLS handshake or the certificate failed. */
  | { kind: 'tls'; phase: TransportPhase; target: string; cause: TransportCause }
  /** The peer closed or reset the connection. */
  | { kind: 'reset'; phase: TransportPhase; target: string; cause: TransportCause }
  /** The deadline passed. */
  | { kind: 'timeout'; phase: TransportPhase; target: string; timeoutMs: number }
  /** The body ended before the length it announced, before its last chunk, or before its compression did. */
  | { kind: 'truncated'; phase: 'body'; target: string; cause: TransportCause }
  /** The answer is not HTTP, or its body is not in the content coding that it says. */
  | { kind: 'malformed'; phase: TransportPhase; target: string; cause: TransportCause }
  /** The answer is in a content coding that nobody asked for and we do not know; `cause.message` names it. */
  | { kind: 'undecodable'; phase: 'body'; target: string; cause: TransportCause }
  /** The answer is over `maxBytes`, announced or counted, as it came or decoded. */
  | { kind: 'too_large'; phase: 'body'; target: string; maxBytes: number }
  /** The caller's signal. */
  | { kind: 'aborted'; phase: TransportPhase; target: string; cause: unknown }
  /** The caller's body stream failed or was cut off. */
  | { kind: 'request_body'; phase: TransportPhase; target: string; cause: unknown }
  /** The request cannot be sent as given: URL, method or a header. */
  | { kind: 'invalid_request'; phase: 'connect'; target: string; cause: TransportCause }
  /** `close()` was called before. */
  | { kind: 'closed'; phase: 'connect'; target: string };

/** Every `kind` a `TransportFailure` can have. */
export type TransportFailureKind = TransportFailure['kind'];

/** The library's error reduced to what cannot hold a byte of the request or of the answer. */
export interface TransportCause {
  code: string;
  message: string;
}

const CONNECT_REFUSED = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'EADDRNOTAVAIL',
  'EACCES',
]);
const UNRESOLVABLE = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME']);
const RESET = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ENOTCONN', 'UND_ERR_SOCKET', 'UND_ERR_INFO']);

/** Sorts an error of undici, Node or OpenSSL into a failure. */
export function toFailure(
  error: unknown,
  phase: TransportPhase,
  target: string,
  timeoutMs: number,
): TransportFailure {
  const cause = toCause(error);
  const { code } = cause;
  if (code === 'UND_ERR_PRX_CONN' || cause.message.startsWith('Proxy '))
    return { kind: 'refused', phase: 'connect', target, cause };
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT')
    return { kind: 'timeout', phase, target, timeoutMs };
  if (code === 'UND_ERR_INVALID_ARG' || code === 'UND_ERR_NOT_SUPPORTED' || code.startsWith('UND_ERR_REQ_'))
    return { kind: 'invalid_request', phase: 'connect', target, cause };
  if (code === 'UND_ERR_CLOSED' || code === 'UND_ERR_DESTROYED')
    return { kind: 'closed', phase: 'connect', target };
  if (UNRESOLVABLE.has(code)) return { kind: 'unresolvable', phase: 'connect', target, cause };
  if (CONNECT_REFUSED.has(code) && phase === 'connect')
    return { kind: 'refused', phase: 'connect', target, cause };
  if (isTls(code)) return { kind: 'tls', phase, target, cause };
  if (phase === 'body' && isEarlyEnd(cause)) return { kind: 'truncated', phase, target, cause };
  if (
    code.startsWith('HPE_') ||
    code === 'HTTPParserError' ||
    code.startsWith('UND_ERR_HEADERS') ||
    cause.message.startsWith('bad ')
  )
    return { kind: 'malformed', phase, target, cause };
  if (RESET.has(code)) return { kind: 'reset', phase, target, cause };
  return phase === 'connect'
    ? { kind: 'refused', phase, target, cause }
    : { kind: 'malformed', phase, target, cause };
}

function isTls(code: string): boolean {
  return /^(UND_ERR_PRX_TLS|ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO|HOSTNAME_MISMATCH)/.test(
    code,
  );
}

function isEarlyEnd({ code, message }: TransportCause): boolean {
  return (
    code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' ||
    // A fetch that decodes by itself.
    code === 'Z_BUF_ERROR' ||
    // The parser's word for it, with a code or without.
    /EOF[_ ]state/i.test(code + message) ||
    (code === 'UND_ERR_SOCKET' && (message === 'other side closed' || message === 'closed'))
  );
}

/** A parser error of undici carries the bytes it choked on; a code and a sentence are all we keep. */
function toCause(error: unknown): TransportCause {
  if (!(error instanceof Error)) return { code: 'UNKNOWN', message: typeof error };
  const code = (error as { code?: unknown }).code;
  return { code: typeof code === 'string' ? code : error.name, message: error.message };
}
