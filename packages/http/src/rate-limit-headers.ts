/** What a limit says of itself: `limit` requests in `windowSeconds`. */
export interface RateLimitWindow {
  readonly limit: number;
  readonly windowSeconds: number;
}

/**
 * The two headers that say what is left (draft-ietf-httpapi-ratelimit-headers).
 *
 * @param left requests; what is below zero is told as zero
 * @param milliseconds until the window begins again
 */
export function rateLimitHeaders(
  { limit, windowSeconds }: RateLimitWindow,
  left: number,
  milliseconds: number,
): { RateLimit: string; 'RateLimit-Policy': string } {
  return {
    RateLimit: `"default";r=${Math.max(0, left)};t=${secondsToWait(milliseconds)}`,
    'RateLimit-Policy': `"default";q=${limit};w=${windowSeconds}`,
  };
}

/** Whole seconds, rounded up and at least one, so that nobody comes back too early. */
export function secondsToWait(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1000));
}
