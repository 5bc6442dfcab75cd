/**
 * Whether an origin is among a key's domains: `shop.example` (that host), `*.shop.example` (every host
 * below it). A key without domains allows every origin, and a report without an origin is not refused:
 * the call is server to server, so that the origin is a statement, not a proof.
 */
export function isAllowedOrigin(origin: string | undefined, domains: readonly string[]): boolean {
  if (domains.length === 0 || origin === undefined) return true;
  const url = URL.parse(origin);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return false;
  return domains.some((domain) => matches(url, domain.toLowerCase()));
}

function matches({ host, hostname }: URL, domain: string): boolean {
  if (domain.startsWith('*.'))
    return hostname.endsWith(domain.slice(1)) && hostname.length > domain.length - 1;
  return domain.includes(':') ? host === domain : hostname === domain;
}
