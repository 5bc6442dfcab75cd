import type { OrderReport } from '@genvoris/node/orders';
import type { Tell } from '../exchange/note.ts';
import type { Upstream } from '../upstream/upstream.ts';

/** Tells the portal of orders, for the shop's funnel. Nobody waits for it, and nothing of the shop's hangs on it. */
export interface PortalOrders {
  tell(report: OrderReport, told: Tell): void;
  /** Waits at most so long for what is still to be told. */
  close(graceMs: number): Promise<void>;
}

/** What waits beside what is under way: a portal that is away must not fill a shop's memory. */
const MOST_WAITING = 1000;
const AT_ONCE = 4;
const PAUSES_MS = [1000, 5000];

type Call = Parameters<Upstream['call']>;

interface Telling {
  call: Call;
  told: Tell;
}

export function createPortalOrders(upstream: Upstream): PortalOrders {
  const waiting: Telling[] = [];
  const pauses = new Set<() => void>();
  let underWay = 0;
  let closed = false;
  let idle: (() => void) | undefined;

  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        pauses.delete(end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      pauses.add(end);
    });

  async function send({ call, told }: Telling): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      const failed = await attemptOf(call);
      if (failed === undefined) return;
      const milliseconds = PAUSES_MS[attempt];
      if (!failed.again || milliseconds === undefined || closed)
        return told('portal_not_told', `${call[0]} was given up: ${failed.why}`);
      await pause(milliseconds);
    }
  }

  async function attemptOf([operationId, request]: Call) {
    try {
      const answer = await upstream.call(operationId, request);
      if (answer.kind === 'answered') return undefined;
      if (answer.kind !== 'upstream_refused')
        return { again: true, why: answer.kind === 'upstream_failed' ? answer.fault : answer.kind };
      const again = answer.status === 429 || answer.status >= 500;
      return { again, why: `${answer.status} ${answer.error ?? answer.code}` };
    } catch (error) {
      return { again: true, why: String((error as Error)?.message) };
    }
  }

  function next(): void {
    while (underWay < AT_ONCE) {
      const telling = waiting.shift();
      if (telling === undefined) break;
      underWay++;
      void send(telling).finally(() => {
        underWay--;
        next();
      });
    }
    if (underWay === 0) idle?.();
  }

  return {
    tell(report, told) {
      for (const call of callsOf(report)) {
        if (closed || waiting.length >= MOST_WAITING)
          told('portal_not_told', `${call[0]} was given up: ${closed ? 'closing' : 'too many wait already'}`);
        else waiting.push({ call, told });
      }
      next();
    },
    async close(graceMs) {
      if (underWay > 0) {
        const timer = setTimeout(() => {
          closed = true;
          for (const { call, told } of waiting.splice(0))
            told('portal_not_told', `${call[0]} was given up: closing`);
          for (const end of [...pauses]) end();
        }, graceMs);
        await new Promise<void>((resolve) => {
          idle = resolve;
        });
        clearTimeout(timer);
      }
      closed = true;
    },
  };
}

function callsOf({ conversion, returns }: OrderReport): Call[] {
  const calls: Call[] = [];
  const json = { 'content-type': 'application/json' };
  if (conversion !== undefined)
    calls.push(['createConversion', { headers: json, body: JSON.stringify(conversion) }]);
  for (const { key, refund } of returns)
    calls.push([
      'createReturn',
      { headers: { ...json, 'idempotency-key': key }, body: JSON.stringify(refund) },
    ]);
  return calls;
}
