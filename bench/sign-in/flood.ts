import { Agent } from 'undici';

export interface Flood {
  start(): void;
  /** Waits for what is under way; says how many passwords were checked and how many sign-ins were put off. */
  stop(): Promise<string>;
}

/** Strangers with wrong passwords, each sign-in from another address: so many a second, or as fast as they are answered. */
export function createFlood(
  url: string,
  { perSecond, clients }: { perSecond?: number; clients?: number },
): Flood {
  const agent = new Agent({ connections: 256 });
  const counts = new Map<number, number>();
  let going = false;
  let turn = 0;
  let work: Promise<unknown> = Promise.resolve();
  async function signIn(): Promise<void> {
    turn += 1;
    const from = `10.${(turn >> 16) & 255}.${(turn >> 8) & 255}.${turn & 255}`;
    const body = new URLSearchParams({ email: 'merchant@shop.example', password: `guess number ${turn}` });
    const { statusCode, body: page } = await agent.request({
      origin: url,
      path: '/login',
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': from },
      body: String(body),
    });
    await page.dump();
    counts.set(statusCode, (counts.get(statusCode) ?? 0) + 1);
  }
  async function everySecond(): Promise<void> {
    const under: Promise<void>[] = [];
    while (going) {
      for (let n = 0; n < (perSecond ?? 0); n += 1) under.push(signIn());
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    await Promise.all(under);
  }
  async function client(): Promise<void> {
    while (going) await signIn();
  }
  return {
    start() {
      going = true;
      work = clients ? Promise.all(Array.from({ length: clients }, client)) : everySecond();
    },
    async stop() {
      going = false;
      await work;
      await agent.close();
      return `${counts.get(401) ?? 0}, ${counts.get(429) ?? 0}`;
    },
  };
}
