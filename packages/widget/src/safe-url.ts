/** The absolute http(s) address that `text` means on a page at `base`, or `undefined`. */
export function webUrl(text: string | null | undefined, base: string): string | undefined {
  if (!text) return undefined;
  try {
    const url = new URL(text, base);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** The address of a generated picture, if it is one the contract allows (openapi/shared/photo.yaml). */
export function pictureUrl(value: unknown): string | undefined {
  return typeof value === 'string' && /^(https:\/\/|data:image\/(png|jpeg|webp);base64,)/.test(value)
    ? value
    : undefined;
}
