const HOME = '/dashboard';
const LED_TO = /^\/(dashboard|oauth\/wordpress)(?=$|[/?])/;

/** Where a sign-in leads: a page of ours that asks for one, never another site. */
export function returnPath(next: string | null | undefined): string {
  if (next == null || next.length > 4096) return HOME;
  // The browser's own reading of it: backslashes, tabs and dots included.
  const url = URL.parse(next, 'http://portal.invalid');
  if (url?.origin !== 'http://portal.invalid') return HOME;
  const path = `${url.pathname}${url.search}`;
  return LED_TO.test(path) ? path : HOME;
}
