import { SESSION_NAME } from '../tables.ts';

let fallback: string | undefined;

/** The id of the visit, if there is one by now. */
export function currentSessionId(): string | undefined {
  try {
    return sessionStorage.getItem(SESSION_NAME) ?? fallback;
  } catch {
    return fallback;
  }
}

/**
 * The id of the visit, made at the first thing that is told. In `sessionStorage`, for an order comes pages after the
 * try-on, and gone with the tab; where that is closed to the page, for this page only.
 */
export function sessionId(): string {
  const known = currentSessionId();
  if (known) return known;
  fallback = makeId();
  try {
    sessionStorage.setItem(SESSION_NAME, fallback);
  } catch {
    // Forbidden, or full.
  }
  return fallback;
}

// On a page without https there is no randomUUID.
function makeId(): string {
  return (
    crypto.randomUUID?.() ??
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    )
  );
}

/** Fills the shop's own field for the id, as a form that has one is sent. */
export function fillSessionField(form: FormData): void {
  const id = form.has(SESSION_NAME) ? currentSessionId() : undefined;
  if (id) form.set(SESSION_NAME, id);
}
