import { METADATA_BOUNDS } from '@genvoris/contract';
import { ApiError } from '../../foundation/api-error.ts';

/** `metadata_too_large` has a word of its own, so that it is looked for before the schema says `invalid_body`. */
export function inspectMetadata(
  body: unknown,
  { maxKeys, maxBytes } = METADATA_BOUNDS,
): ApiError | undefined {
  const metadata = (body as { metadata?: unknown } | null | undefined)?.metadata;
  if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata)) return undefined;
  const bytes = Buffer.byteLength(JSON.stringify(metadata));
  if (Object.keys(metadata).length <= maxKeys && bytes <= maxBytes) return undefined;
  return new ApiError('metadata_too_large', {
    detail: `Metadata takes at most ${maxKeys} keys and ${maxBytes} bytes as JSON; this has ${Object.keys(metadata).length} keys and ${bytes} bytes.`,
  });
}
