import { callPortal, type PortalTarget, readTarget, type TargetOptions } from './portal-client.ts';
import { say } from './with-portal.ts';

export interface ReplayOptions extends TargetOptions {
  readonly endpoint: string;
  readonly delivery?: string;
}

/** Queues one delivery of an endpoint once more, or all that were given up. */
export async function replay(options: ReplayOptions): Promise<void> {
  const target = readTarget(options);
  const deliveries = `/api/v1/webhooks/${encodeURIComponent(options.endpoint)}/deliveries`;
  const ids = options.delivery === undefined ? await deadOnes(target, deliveries) : [options.delivery];
  for (const id of ids) {
    await callPortal(target, `${deliveries}/${encodeURIComponent(id)}/replay`, { method: 'POST' });
    say(`Queued ${id}.`);
  }
  say(
    ids.length === 1 ? 'One delivery is queued once more.' : `${ids.length} deliveries are queued once more.`,
  );
}

/** All of them first: what is replayed leaves the list that the cursor goes through. */
async function deadOnes(target: PortalTarget, deliveries: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = new URLSearchParams({ status: 'dead', limit: '200', ...(cursor && { cursor }) });
    const response = await callPortal(target, `${deliveries}?${query}`);
    const page = (await response.json()) as { data: { id: string }[]; next_cursor: string | null };
    ids.push(...page.data.map(({ id }) => id));
    cursor = page.next_cursor;
  }
  return ids;
}
