import type { Answer } from '../gateway/answer.ts';
import { readStatus, type StatusReading } from './status-reading.ts';

export interface StatusStoreOptions {
  ask(abort: AbortSignal): Promise<Answer>;
  show(reading: StatusReading): void;
}

const RETRY_MS = { least: 250, spread: 500, most: 5_000 };

/** The status of this page view: asked for once, shared by all buttons, kept in memory only. */
export function createStatusStore({ ask, show }: StatusStoreOptions) {
  let asking: AbortController | undefined;

  async function refresh(): Promise<void> {
    // An answer under way may be from before the change that this refresh is for.
    asking?.abort();
    const mine = new AbortController();
    asking = mine;
    const abort = mine.signal;

    let answer = await ask(abort);
    let reading = readStatus(answer);
    const wait = retryDelay(answer);
    if (reading.retry && wait !== undefined && !abort.aborted) {
      await pause(wait, abort);
      if (abort.aborted) return;
      answer = await ask(abort);
      reading = readStatus(answer);
    }
    if (!abort.aborted) show(reading);
  }

  return { refresh };
}

/** How long to wait before the one retry (ms), or `undefined` where the server asks for too long a pause. */
function retryDelay({ retryAfter = '' }: Answer): number | undefined {
  // Jitter, so that a crowd of pages does not come back at the same moment.
  const own = RETRY_MS.least + Math.random() * RETRY_MS.spread;
  // Seconds or a date. What is neither may be read as some day or none, and the bounds keep either harmless.
  const asked = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - Date.now();
  return asked > RETRY_MS.most ? undefined : Math.max(asked || 0, own);
}

function pause(ms: number, abort: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    abort.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
