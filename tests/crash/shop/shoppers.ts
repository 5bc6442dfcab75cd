import { setTimeout as sleep } from 'node:timers/promises';
import { blackPng } from '@genvoris/testing/picture-files';
import { createRandom } from '../random.ts';
import { type Answer, ask } from './http.ts';
import type { Journal, TryonNote, UseNote } from './journal.ts';

export interface ShopperOrders {
  readonly shops: readonly string[];
  readonly origin: string;
  readonly garment: string;
  /** How many shoppers there are, and how many try-ons are under way at a time. */
  readonly shoppers: number;
  readonly workers: number;
  /** Milliseconds between two try-ons of a worker, at most. */
  readonly pauseMs: number;
  readonly seed: number;
}

export interface Client {
  /** Finishes what is under way. Everything has to run. */
  stop(): Promise<void>;
}

const ANSWER_WITHIN_MS = 25_000;
const USES_FIRST = 0.3;
const LEAVES = 0.05;
const BOUNDARY = 'the-shoppers-form';
const PHOTO = blackPng({ width: 256, height: 256 });

export const nameOf = (shopper: number): string => `s${shopper}`;

/** Lets shoppers try on, at any of the shop's processes, and writes down what they are told. */
export function startShoppers(orders: ShopperOrders, journal: Journal): Client {
  let stopping = false;
  const nonces = new Map<string, string>();
  const workers = Array.from({ length: orders.workers }, async (_, worker) => {
    const random = createRandom(orders.seed * 1_000 + worker);
    const pick = <One>(list: readonly One[]): One => list[Math.floor(random() * list.length)] as One;
    for (let count = 0; !stopping; count += 1) {
      // The first of them are in a hurry: many of their try-ons are under way at once.
      const shopper = nameOf(Math.floor(random() ** 2 * orders.shoppers));
      const id = `tryon-${worker}-${count}`;
      const send = sender(await nonceOf(shopper, () => pick(orders.shops)), shopper, () =>
        pick(orders.shops),
      );
      if (random() < USES_FIRST) journal.uses.push(await useCredit(send, shopper, id));
      const leavesMs = random() < LEAVES ? random() * 400 : undefined;
      journal.tryons.push(await tryOn(send, { id, shopper, leavesMs }));
      // Whoever was not served waits a while.
      const served = journal.tryons.at(-1)?.status === 200;
      await sleep(random() * orders.pauseMs * (served ? 1 : 3));
    }
  });

  async function nonceOf(shopper: string, shop: () => string): Promise<string> {
    for (;;) {
      const known = nonces.get(shopper);
      if (known !== undefined) return known;
      const answer = await ask(
        `${shop()}/genvoris/nonce`,
        { headers: { 'x-shopper': shopper, origin: orders.origin } },
        ANSWER_WITHIN_MS,
      );
      if (answer?.status === 200) nonces.set(shopper, `${answer.body.header}: ${answer.body.nonce}`);
      else await sleep(50);
    }
  }

  type Send = (
    path: string,
    id: string,
    more: Record<string, string>,
    body?: Uint8Array<ArrayBuffer>,
    withinMs?: number,
  ) => Promise<Answer | undefined>;

  function sender(nonce: string, shopper: string, shop: () => string): Send {
    const [header = '', value = ''] = nonce.split(': ');
    return (path, id, more, body, withinMs = ANSWER_WITHIN_MS) =>
      ask(
        `${shop()}/genvoris${path}`,
        {
          method: 'POST',
          headers: {
            'x-shopper': shopper,
            'x-request-id': id,
            origin: orders.origin,
            [header]: value,
            ...more,
          },
          ...(body && { body }),
        },
        withinMs,
      );
  }

  async function useCredit(send: Send, shopper: string, id: string): Promise<UseNote> {
    const requestIds: string[] = [];
    for (let sent = 1; ; sent += 1) {
      const requestId = `use-${id}-${sent}`;
      requestIds.push(requestId);
      const answer = await send('/credits/use', requestId, { 'idempotency-key': id });
      if (answer && answer.status < 500) return { shopper, requestIds, status: answer.status };
      await sleep(50 + Math.random() * 100);
    }
  }

  async function tryOn(
    send: Send,
    { id, shopper, leavesMs }: { id: string; shopper: string; leavesMs: number | undefined },
  ): Promise<TryonNote> {
    const body = form({ product_image_url: orders.garment, product_title: id });
    const from = Date.now();
    const type = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
    const answer = await send('/proxy/api/tryon', id, type, body, leavesMs);
    const error = answer && answer.status !== 200 ? JSON.stringify(answer.body) : undefined;
    return { id, shopper, status: answer?.status, error, left: leavesMs !== undefined, from, to: Date.now() };
  }

  return {
    async stop() {
      stopping = true;
      await Promise.all(workers);
    },
  };
}

function form(fields: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="photo"; filename="me.png"\r\nContent-Type: image/png\r\n\r\n`;
  return Buffer.concat([Buffer.from(parts.join('') + file), PHOTO, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
}
