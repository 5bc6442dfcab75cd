import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { Jwk } from '@genvoris/contract/types/v1';
import type { CryptoKey } from 'jose';
import { type Kysely, sql } from 'kysely';
import type { Clock } from '../../foundation/clock.ts';
import { newId } from '../../foundation/ids.ts';
import type { Vault } from '../../foundation/vault.ts';
import type { Schema } from '../../storage/schema.ts';
import { loadJose } from './jose.ts';

/** The longest life of a token (ms): a key that stopped signing verifies this long. */
export const LONGEST_TOKEN_MS = 3_600_000;
/** How long a key is to be published before it signs. */
export const PUBLISHED_BEFORE_MS = 86_400_000;
const REFRESH_MS = 30_000;
/** The most that the key set lists (openapi/v1.yaml); more only if keys were rotated more than six times in an hour. */
const MOST_PUBLISHED = 8;
const ROTATION_LOCK = 4_726_391;

export interface Rotation {
  readonly signs: string;
  readonly retired: string | undefined;
  readonly next: string;
  /** How long the key that signs now had been published (ms). */
  readonly publishedFor: number;
}

/** The keys of session tokens: one signs, one waits published for its turn, old ones verify a while. */
export interface SigningKeys {
  /**
   * Resolves when there are keys; makes them on the first use there is, which a new portal need not wait
   * for. Not to be awaited within a transaction, which holds the one connection of PGlite.
   */
  ensure(): Promise<void>;
  signer(db: Kysely<Schema>): Promise<{ kid: string; key: CryptoKey }>;
  verifier(kid: string): Promise<CryptoKey | undefined>;
  publicKeys(): Promise<Jwk[]>;
  rotate(): Promise<Rotation>;
  /** Waits for keys that are being made. */
  close(): Promise<void>;
}

interface Published {
  readonly jwk: Jwk;
  readonly key: CryptoKey;
}

export function createSigningKeys(db: Kysely<Schema>, vault: Vault, clock: Clock): SigningKeys {
  const privateKeys = new Map<string, Promise<CryptoKey>>();
  let snapshot: { readAt: number; keys: Map<string, Published> } | undefined;
  let ensured: Promise<void> | undefined;
  let reading: Promise<Map<string, Published>> | undefined;

  async function read(): Promise<Map<string, Published>> {
    const cutoff = new Date(clock.now().getTime() - LONGEST_TOKEN_MS);
    const rows = await db
      .selectFrom('signing_keys')
      .selectAll()
      .where((is) => is.or([is('retired_at', 'is', null), is('retired_at', '>', cutoff)]))
      // Those in use, and then the last that were: what is published is the beginning.
      .orderBy('retired_at', (order) => order.desc().nullsFirst())
      .orderBy('kid', 'desc')
      .execute();
    const keys = new Map<string, Published>();
    for (const row of rows) {
      const jwk = row.public_jwk as unknown as Jwk;
      const known = snapshot?.keys.get(row.kid)?.key;
      keys.set(row.kid, { jwk, key: known ?? (await toKey({ ...jwk })) });
    }
    snapshot = { readAt: performance.now(), keys };
    return keys;
  }

  function refresh(): Promise<Map<string, Published>> {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  async function current(): Promise<Map<string, Published>> {
    const fresh = snapshot !== undefined && performance.now() - snapshot.readAt < REFRESH_MS;
    return fresh && snapshot ? snapshot.keys : refresh();
  }

  /** Processes that start together make keys once: the lock lets the second see the first's. */
  async function makeFirstKeys(): Promise<void> {
    const now = clock.now();
    const made = await Promise.all([makeKey(vault, now), makeKey(vault, now)]);
    await db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(ROTATION_LOCK)})`.execute(trx);
      if (await signingRow(trx)) return;
      const [first, second] = made;
      await trx
        .insertInto('signing_keys')
        .values([{ ...first, signs_from: now }, second])
        .execute();
    });
  }

  function ensure(): Promise<void> {
    ensured ??= (async () => {
      if (!(await signingRow(db))) await makeFirstKeys();
    })();
    // A failure is told to those who wait, and tried again by the next.
    ensured.catch(() => {
      ensured = undefined;
    });
    return ensured;
  }

  return {
    ensure,
    async close() {
      await ensured?.catch(() => {});
    },
    async signer(trx) {
      const row = await signingRow(trx);
      if (!row) throw new Error('There is no signing key');
      let key = privateKeys.get(row.kid);
      if (!key) {
        const jwk = JSON.parse(vault.open('signing-key', row.private_sealed)) as Record<string, unknown>;
        key = toKey(jwk);
        privateKeys.set(row.kid, key);
      }
      return { kid: row.kid, key: await key };
    },
    async verifier(kid) {
      const known = (await current()).get(kid);
      if (known) return known.key;
      // A key that another process has just made. Asked at most once a second, whatever kids are thrown at us.
      if (snapshot && performance.now() - snapshot.readAt < 1_000) return undefined;
      return (await refresh()).get(kid)?.key;
    },
    async publicKeys() {
      await ensure();
      return [...(await refresh()).values()].slice(0, MOST_PUBLISHED).map(({ jwk }) => jwk);
    },
    async rotate() {
      await ensure();
      const now = clock.now();
      const made = await makeKey(vault, now);
      const rotation = await db.transaction().execute(async (trx) => {
        await sql`select pg_advisory_xact_lock(${sql.lit(ROTATION_LOCK)})`.execute(trx);
        const old = await signingRow(trx);
        const next = await trx
          .selectFrom('signing_keys')
          .select(['kid', 'published_at'])
          .where('signs_from', 'is', null)
          .where('retired_at', 'is', null)
          .orderBy('kid')
          .executeTakeFirstOrThrow();
        await trx.updateTable('signing_keys').set({ signs_from: now }).where('kid', '=', next.kid).execute();
        if (old)
          await trx.updateTable('signing_keys').set({ retired_at: now }).where('kid', '=', old.kid).execute();
        await trx.insertInto('signing_keys').values(made).execute();
        const publishedFor = now.getTime() - next.published_at.getTime();
        return { signs: next.kid, retired: old?.kid, next: made.kid, publishedFor };
      });
      await refresh();
      return rotation;
    },
  };
}

function signingRow(db: Kysely<Schema>) {
  return db
    .selectFrom('signing_keys')
    .select(['kid', 'private_sealed'])
    .where('signs_from', 'is not', null)
    .where('retired_at', 'is', null)
    .orderBy('signs_from', 'desc')
    .executeTakeFirst();
}

async function toKey(jwk: Record<string, unknown>): Promise<CryptoKey> {
  const { importJWK } = await loadJose();
  return (await importJWK(jwk, 'RS256')) as CryptoKey;
}

async function makeKey(vault: Vault, now: Date) {
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const kid = newId('k_', now);
  const { n, e } = pair.publicKey.export({ format: 'jwk' });
  return {
    kid,
    public_jwk: JSON.stringify({ kty: 'RSA', use: 'sig', alg: 'RS256', kid, n, e }),
    private_sealed: vault.seal('signing-key', JSON.stringify(pair.privateKey.export({ format: 'jwk' }))),
    published_at: now,
    signs_from: null,
    retired_at: null,
  };
}
