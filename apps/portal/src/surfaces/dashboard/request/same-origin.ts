/**
 * Whether a form was sent by a page of this portal. Browsers tell it themselves (Sec-Fetch-Site, Origin);
 * a page cannot make them say otherwise. Who says neither is refused.
 *
 * `Origin: null` is a page without an origin, or one whose address is told to nobody: Sec-Fetch-Site decides.
 */
export function isSameOrigin(headers: Headers, publicUrl: string | undefined): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = headers.get('origin');
  if (origin === null || origin === 'null') return site === 'same-origin';
  const from = URL.parse(origin);
  if (!from) return false;
  const own = publicUrl === undefined ? null : URL.parse(publicUrl);
  if (own && from.host === own.host) return from.protocol === own.protocol;
  return from.host === headers.get('host')?.toLowerCase();
}

/** Whether the browser speaks https, be it to a proxy in front. */
export function isHttps(headers: Headers, publicUrl: string | undefined): boolean {
  return headers.get('origin')?.startsWith('https:') || publicUrl?.startsWith('https:') || false;
}
