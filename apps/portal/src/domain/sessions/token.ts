import { createHash } from 'node:crypto';
import { BoundedMap } from '@genvoris/http';
import type { CryptoKey } from 'jose';
import { loadJose } from './jose.ts';

export const AUDIENCE = 'genvoris-widget';

/** The claims of a session token (openapi/v1.yaml, createSession). */
export interface SessionClaims {
  readonly iss: string;
  readonly aud: string;
  /** The customer. */
  readonly sub: string;
  /** The store, not the session. */
  readonly sid: string;
  readonly pid: string | null;
  readonly iat: number;
  readonly exp: number;
  /** The session. */
  readonly jti: string;
}

export async function signSession(
  { kid, key }: { kid: string; key: CryptoKey },
  { pid, ...claims }: SessionClaims,
): Promise<string> {
  const { SignJWT } = await loadJose();
  return new SignJWT({ ...claims, pid }).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(key);
}

export type VerifiedSession =
  | { readonly ok: true; readonly claims: SessionClaims }
  | { readonly ok: false; readonly detail: string };

export interface TokenVerifier {
  verify(token: string, now: Date): Promise<VerifiedSession>;
}

interface Cached {
  readonly claims: SessionClaims & { readonly nbf?: number };
  readonly key: CryptoKey;
  readonly kid: string;
}

/**
 * Verifies session tokens: canonical compact form, RS256 only, our `iss` and `aud`, `exp` and `nbf` without
 * leeway. Whether the session was revoked is for the debit's own transaction to say.
 *
 * A signature is verified once; on every further use the times and the key are checked again.
 */
export function createTokenVerifier(options: {
  issuer: string;
  keyOf: (kid: string) => Promise<CryptoKey | undefined>;
}): TokenVerifier {
  const verified = new BoundedMap<string, Cached>(10_000);
  return {
    async verify(token, now) {
      const digest = createHash('sha256').update(token).digest('base64');
      let entry = verified.use(digest);
      if (entry && (await options.keyOf(entry.kid)) !== entry.key) entry = undefined;
      if (!entry) {
        const read = await readToken(token, options);
        if (typeof read === 'string') return { ok: false, detail: read };
        entry = read;
        verified.set(digest, entry);
      }
      const seconds = now.getTime() / 1000;
      if (entry.claims.exp <= seconds) return { ok: false, detail: 'The token has expired.' };
      if (entry.claims.nbf !== undefined && entry.claims.nbf > seconds) {
        return { ok: false, detail: 'The token is not valid yet.' };
      }
      return { ok: true, claims: entry.claims };
    },
  };
}

async function readToken(
  token: string,
  { issuer, keyOf }: { issuer: string; keyOf: (kid: string) => Promise<CryptoKey | undefined> },
): Promise<Cached | string> {
  // jose takes base64url with stray characters and spare bits: two texts would be one token.
  if (!isCanonical(token)) return 'The token is not a compact JWS in canonical base64url.';
  const header = parseJson(token.slice(0, token.indexOf('.')));
  if (header?.alg !== 'RS256' || typeof header.kid !== 'string')
    return 'The token is not signed with RS256 by a key of ours.';
  const key = await keyOf(header.kid);
  if (!key) return 'The token is signed with an unknown key.';
  const { compactVerify } = await loadJose();
  try {
    await compactVerify(token, key, { algorithms: ['RS256'] });
  } catch {
    return 'The signature is not valid.';
  }
  const claims = parseJson(token.split('.')[1] ?? '');
  if (!isSessionClaims(claims)) return 'The token lacks a claim of a session.';
  if (claims.iss !== issuer) return 'The token has another issuer.';
  if (claims.aud !== AUDIENCE) return 'The token is for another audience.';
  return { claims, key, kid: header.kid };
}

function isCanonical(token: string): boolean {
  const parts = token.split('.');
  return (
    parts.length === 3 &&
    parts.every(
      (part) =>
        /^[A-Za-z0-9_-]+$/.test(part) && Buffer.from(part, 'base64url').toString('base64url') === part,
    )
  );
}

function parseJson(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function isSessionClaims(claims: unknown): claims is SessionClaims & { nbf?: number } {
  if (typeof claims !== 'object' || claims === null) return false;
  const { iss, aud, sub, sid, pid, iat, exp, jti, nbf } = claims as Record<string, unknown>;
  return (
    [iss, aud, sub, sid, jti].every((claim) => typeof claim === 'string' && claim !== '') &&
    [iat, exp].every((claim) => typeof claim === 'number' && Number.isFinite(claim)) &&
    (pid === null || typeof pid === 'string') &&
    (nbf === undefined || typeof nbf === 'number')
  );
}
