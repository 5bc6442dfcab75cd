// Generated from openapi/v1.yaml by `pnpm generate`. Do not edit.

/** How much a customer's metadata holds: keys, and bytes of its JSON in UTF-8. */
export const METADATA_BOUNDS = { maxKeys: 20, maxBytes: 4096 } as const;

/** How much the metadata of a widget's event holds: keys, and bytes of its JSON in UTF-8. */
export const EVENT_METADATA_BOUNDS = { maxKeys: 20, maxBytes: 4096 } as const;
