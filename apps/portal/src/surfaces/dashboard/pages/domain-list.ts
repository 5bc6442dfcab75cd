import { invalidField } from '../../../foundation/api-error.ts';

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const DOMAIN = new RegExp(`^(?:\\*\\.)?${LABEL}(?:\\.${LABEL})*(?::\\d{1,5})?$`);
const MOST = 50;

/**
 * Hosts, one per line; whole origins are taken for their host, and names in other scripts for what goes on
 * the wire. @throws ApiError `invalid_body`
 */
export function readDomains(text: string): string[] {
  const domains = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(toDomain);
  if (domains.length > MOST) throw invalidField('/domains', `must be at most ${MOST}`);
  return [...new Set(domains)];
}

function toDomain(entry: string): string {
  const bare = entry
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');
  const wild = bare.startsWith('*.') ? '*.' : '';
  const host = URL.parse(`http://${bare.slice(wild.length)}`)?.host ?? '';
  const domain = `${wild}${host}`;
  if (domain.length > 255 || !DOMAIN.test(domain) || (wild !== '' && !host.includes('.'))) {
    throw invalidField('/domains', `must be hosts such as shop.example; ${entry.slice(0, 60)} is none`);
  }
  return domain;
}
