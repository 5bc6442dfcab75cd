// Generated from openapi/shared/security.yaml by `pnpm generate`. Do not edit.

/** How many credentials that are not good an address may present in a window (seconds). */
export const FAILURE_LIMIT: { readonly limit: number; readonly windowSeconds: number } = { limit: 20, windowSeconds: 300 };
