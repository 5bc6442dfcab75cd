/** The absolute http(s) address that `text` means on a page at `base`, or `undefined`. */
export function webUrl(text: string | null | undefined, base: string): string | undefined {
  if (!text) return undefined;
  try {
    const url = new URL(text, base);
    // With a name and a password in it, fetch would throw.
    return /^https?:$/.test(url.protocol) && !url.username ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** The page's own site, which a `<base>` on another host does not move. */
export function siteBase(): string {
  // In a srcdoc frame the location has no origin, and the window that of the page around it.
  const origin = window.origin === 'null' ? location.origin : window.origin;
  const base = document.baseURI;
  if (origin === 'null') return base;
  return document.querySelector('base[href]') && base.startsWith(`${origin}/`) ? base : `${origin}/`;
}

/** The address of a generated picture, if it is one the contract allows (openapi/shared/photo.yaml). */
export function pictureUrl(value: unknown): string | undefined {
  return typeof value === 'string' && /^(https:\/\/|data:image\/(png|jpeg|webp);base64,)/.test(value)
    ? value
    : undefined;
}
