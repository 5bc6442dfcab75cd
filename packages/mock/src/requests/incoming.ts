import { isNestedWithin, JSON_NESTING } from '@genvoris/http';
import type { RecordedRequest } from './recorded-request.ts';

/** A request target taken apart without normalising it. */
export interface Target {
  path: string;
  query: URLSearchParams;
  /** The name in a leading `/scenario/<name>`, which is not part of `path`. */
  scenario: string | undefined;
}

const PREFIX = /^\/scenario\/([^/]+)(\/.*)?$/;

export function parseTarget(target: string): Target {
  // An absolute-form target (RFC 9112, section 3.2.2) names the origin first.
  const origin = /^https?:\/\/[^/?#]*/i.exec(target)?.[0].length ?? 0;
  const [rawPath = '', ...rest] = target.slice(origin).split('?');
  const query = new URLSearchParams(rest.join('?'));
  const prefixed = PREFIX.exec(rawPath);
  if (!prefixed) return { path: rawPath || '/', query, scenario: undefined };
  return { path: prefixed[2] ?? '/', query, scenario: decode(prefixed[1] ?? '') };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export type ParsedBody =
  | { kind: 'none' }
  | { kind: 'json'; value: unknown }
  | { kind: 'form'; value: Record<string, string> }
  | { kind: 'multipart'; value: Record<string, string> }
  | { kind: 'other' }
  | { kind: 'malformed'; reason: string };

/** Reads a body by its Content-Type; never throws. Files of a multipart form become their size. */
export async function parseBody(request: RecordedRequest): Promise<ParsedBody> {
  if (request.bytesReceived === 0) return { kind: 'none' };
  const contentType = request.header('content-type') ?? '';
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (mediaType === 'application/json' || mediaType.endsWith('+json')) return parseJson(request);
  if (mediaType === 'application/x-www-form-urlencoded') {
    return { kind: 'form', value: Object.fromEntries(new URLSearchParams(request.body.toString('utf8'))) };
  }
  if (mediaType === 'multipart/form-data') return parseMultipart(request, contentType);
  return { kind: 'other' };
}

function parseJson(request: RecordedRequest): ParsedBody {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(request.body);
    // Before anything walks it: whatever does, does so by recursion.
    if (!isNestedWithin(text))
      return { kind: 'malformed', reason: `The body is nested over ${JSON_NESTING} levels deep.` };
    return { kind: 'json', value: JSON.parse(text) as unknown };
  } catch (error) {
    // The parser quotes what it could not read, which may be a key.
    const position = error instanceof SyntaxError ? / at position \d+/.exec(error.message)?.[0] : undefined;
    return {
      kind: 'malformed',
      reason: `The body is not JSON${position ? `, the first mistake is${position}` : ''}.`,
    };
  }
}

async function parseMultipart(request: RecordedRequest, contentType: string): Promise<ParsedBody> {
  try {
    const bytes = new Uint8Array(request.body);
    const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
    const value: Record<string, string> = {};
    for (const [name, part] of form) value[name] = typeof part === 'string' ? part : `${part.size} bytes`;
    return { kind: 'multipart', value };
  } catch {
    return { kind: 'malformed', reason: 'The body is not the multipart form its Content-Type says.' };
  }
}
