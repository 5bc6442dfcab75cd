import { FREE_PER_MONTH } from './models.ts';
import type { BookEntry } from './shop-book.ts';

/** What an order's grant has come to in one account. */
export interface GrantState {
  readonly customerId: string;
  readonly ref: string;
  readonly granted: number;
  used: number;
  held: number;
  revoked: number;
  expired: number;
}

export interface Replay {
  /** By account and order. */
  readonly grants: ReadonlyMap<string, GrantState>;
  /** Holds that nothing has ended. */
  readonly open: readonly string[];
  /** Holds that were used more often than once. */
  readonly twice: readonly string[];
  readonly negative: readonly string[];
  /** Used or held free try-ons, by account and month. */
  readonly free: ReadonlyMap<string, number>;
}

export const monthKey = (customerId: string, at: number): string =>
  `${customerId} ${new Date(at).toISOString().slice(0, 7)}`;

/** Goes through the book line by line, as an accountant would who has the lines alone. */
export function replay(entries: readonly BookEntry[]): Replay {
  const grants = new Map<string, GrantState>();
  const holds = new Map<string, BookEntry>();
  const captured = new Map<string, number>();
  const free = new Map<string, number>();
  const negative: string[] = [];
  const addFree = (entry: BookEntry, at: number, count: number) => {
    const key = monthKey(entry.customerId ?? '', at);
    const now = (free.get(key) ?? 0) + count;
    free.set(key, now);
    if (now < 0 || now > FREE_PER_MONTH) negative.push(`${key} used ${now} of ${FREE_PER_MONTH} free ones`);
  };
  for (const entry of entries) {
    const { customerId, kind, amount, ref, holdId, source, at } = entry;
    const key = `${customerId} ${ref}`;
    const grant = grants.get(key);
    if (amount < 0) negative.push(`a ${kind} of ${amount}`);
    if (kind === 'grant' && customerId !== null && ref !== null)
      grants.set(key, { customerId, ref, granted: amount, used: 0, held: 0, revoked: 0, expired: 0 });
    else if (kind === 'move') grants.delete(key);
    else if (kind === 'revoke' && grant) grant.revoked += amount;
    else if (kind === 'expire' && grant) grant.expired += amount;
    else if (kind === 'hold') {
      holds.set(holdId ?? '', entry);
      if (grant) grant.held += 1;
      if (source === 'free') addFree(entry, at, 1);
    } else if (kind === 'capture' || kind === 'release' || kind === 'lapse') {
      const held = holds.get(holdId ?? '');
      holds.delete(holdId ?? '');
      if (held && grant) grant.held -= 1;
      if (kind !== 'capture') {
        if (held?.source === 'free') addFree(entry, held.at, -1);
      } else {
        captured.set(holdId ?? '', (captured.get(holdId ?? '') ?? 0) + 1);
        if (grant) grant.used += amount;
        if (!held && source === 'free') addFree(entry, at, 1);
      }
    }
    const state = grants.get(key);
    if (!state) continue;
    const { granted, used, held, revoked, expired } = state;
    const left = granted - used - held - revoked - expired;
    if (left < 0 || held < 0) negative.push(`order ${entry.orderId ?? ref} had ${left} left, ${held} held`);
  }
  const twice = [...captured].flatMap(([id, times]) => (times > 1 ? [id] : []));
  return { grants, open: [...holds.keys()], twice, negative, free };
}
