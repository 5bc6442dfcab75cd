import { EVENT_METADATA_BOUNDS } from '@genvoris/contract';
import type { ApiError } from '../../foundation/api-error.ts';
import { inspectMetadata } from '../customers/metadata.ts';

/** `metadata_too_large` of one event or of any in a batch, which then names it. */
export function inspectEventMetadata(body: unknown): ApiError | undefined {
  const events = (body as { events?: unknown } | null | undefined)?.events;
  if (!Array.isArray(events)) return inspectMetadata(body, EVENT_METADATA_BOUNDS);
  for (const event of events) {
    const error = inspectMetadata(event, EVENT_METADATA_BOUNDS);
    if (error) return error;
  }
  return undefined;
}
