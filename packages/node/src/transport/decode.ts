import { decodeBody } from '@genvoris/http/content-coding';
import type { TransportFailure } from './failure.ts';

/** Undoes the content codings of an answer, within `maxBytes`, or says why it cannot. */
export async function decode(
  body: Uint8Array,
  codings: readonly string[],
  target: string,
  maxBytes: number,
): Promise<Uint8Array | TransportFailure> {
  const decoded = await decodeBody(body, codings, maxBytes);
  const at = { phase: 'body', target } as const;
  switch (decoded.kind) {
    case 'decoded':
      return decoded.body;
    case 'too_large':
      return { kind: 'too_large', ...at, maxBytes };
    case 'unknown_coding': {
      const message = `the body is in the content coding ${decoded.coding}, which cannot be undone`;
      return { kind: 'undecodable', ...at, cause: { code: 'UNKNOWN_CODING', message } };
    }
    case 'truncated':
    case 'damaged': {
      const cause = { code: decoded.code, message: `${decoded.coding}: ${decoded.message}` };
      return { kind: decoded.kind === 'truncated' ? 'truncated' : 'malformed', ...at, cause };
    }
  }
}
