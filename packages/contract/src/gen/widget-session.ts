// Generated from openapi/shared/widget-events.yaml by `pnpm generate`. Do not edit.

/**
 * Under what the id of a visit is kept: in the browser's `sessionStorage`, in the form field of a checkout, and with an
 * order as its attribute or meta.
 */
export const WIDGET_SESSION_NAME = 'genvoris_session';
