// A client in a process of its own: reports try-ons, repeats what was not answered, and writes down what it
// was told. Its orders come over IPC; told to stop, it finishes what is under way and hands its book over.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Acknowledged, ClientOrders } from './acknowledged.ts';
import { createRandom } from './random.ts';

const ANSWER_WITHIN_MS = 5_000;
/** Of unanswered reports this share is never sent again: nobody knows, and either is right. */
const GIVES_UP = 0.05;
const SENDS_AGAIN = 0.1;

interface Answer {
  status: number;
  body: { error?: string; reason?: string; remaining_credits?: number };
}

let stopping = false;

process.once('message', (orders: ClientOrders) => {
  process.on('message', () => {
    stopping = true;
  });
  void work(orders);
});

async function work(orders: ClientOrders): Promise<void> {
  const book: Acknowledged[] = [];
  const workers = Array.from({ length: orders.workers }, async (_, worker) => {
    const random = createRandom(orders.seed * 1_000 + worker);
    for (let count = 0; !stopping; count += 1) {
      book.push(await reportOne(orders, `${orders.name}-${worker}-${count}`, random));
    }
  });
  await Promise.all(workers);
  process.send?.(book, () => process.disconnect?.());
}

async function reportOne(orders: ClientOrders, id: string, random: () => number): Promise<Acknowledged> {
  const pick = <One>(list: readonly One[]): One => list[Math.floor(random() * list.length)] as One;
  const store = pick(orders.stores);
  const lot = random();
  const kind = lot < 0.1 ? 'failed' : lot < 0.5 && store.tokens.length > 0 ? 'shopper' : 'guest';
  const body = JSON.stringify({
    api_key: store.apiKey,
    product_type: 'apparel',
    product_title: id,
    variation_count: 1 + Math.floor(random() * 16),
    generation_time_ms: 1_000,
    success: kind !== 'failed',
    ...(kind === 'shopper' && { end_customer_token: pick(store.tokens) }),
  });
  const key = orders.keys ? id : undefined;
  const send = () => ask(pick(orders.portals), orders.secret, key, body);
  const report = { id, store: store.name, kind } as const;
  for (let sent = 1; ; sent += 1) {
    const answer = await send();
    if (answer === undefined || answer.status >= 500) {
      if (random() < GIVES_UP) return { ...report, status: undefined, sent };
      await sleep(20 + random() * 200);
      continue;
    }
    const changed = random() < SENDS_AGAIN ? await sendAgain(send, answer) : undefined;
    const { error, reason, remaining_credits: remaining } = answer.body ?? {};
    const word = reason === undefined ? error : `${error}.${reason}`;
    return { ...report, status: answer.status, error: word, remaining, sent, changed };
  }
}

/** What is different in the answer to a repeat; undefined if nothing is, or none came. */
async function sendAgain(
  send: () => Promise<Answer | undefined>,
  first: Answer,
): Promise<string | undefined> {
  const again = await send();
  if (again === undefined || again.status >= 500) return undefined;
  const [was, is] = [first, again].map(({ status, body }) => `${status} ${JSON.stringify(body)}`);
  return was === is ? undefined : `${was}, then ${is}`;
}

async function ask(
  portal: string,
  secret: string,
  key: string | undefined,
  body: string,
): Promise<Answer | undefined> {
  try {
    const response = await fetch(`${portal}/api/tryon/track`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-internal-secret': secret,
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      body,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  } catch {
    return undefined;
  }
}
