import { EVENT_TYPES } from '@genvoris/contract';
import { machineNow } from '../../foundation/clock.ts';
import { forwardEvent, listenSecret } from './forwarder.ts';
import { callPortal, isHttpUrl, readTarget, type TargetOptions } from './portal-client.ts';
import { readEvents } from './read-events.ts';
import { say } from './with-portal.ts';

export interface ListenOptions extends TargetOptions {
  readonly forwardTo: string;
  readonly events?: string;
  readonly secret?: string;
}

const AGAIN_MS = 1_000;
const REMEMBERED = 10_000;

/** Streams a store's events to a receiver on this machine, until it is interrupted. */
export async function listen(options: ListenOptions, signal?: AbortSignal): Promise<void> {
  const target = readTarget(options);
  if (!isHttpUrl(options.forwardTo)) {
    throw new Error(`--forward-to must be an http or https URL, not ${JSON.stringify(options.forwardTo)}.`);
  }
  const secret = options.secret ?? listenSecret(target.key);
  const wanted = options.events?.split(',').map((each) => each.trim());
  const unknown = wanted?.find((each) => !(EVENT_TYPES as readonly string[]).includes(each));
  if (unknown !== undefined) {
    throw new Error(`--events must be of ${EVENT_TYPES.join(', ')}; ${JSON.stringify(unknown)} is none.`);
  }
  const seen = new Set<string>();
  let last: string | undefined;
  let greeted = false;
  while (!signal?.aborted) {
    try {
      const query = last === undefined ? '' : `?after=${encodeURIComponent(last)}`;
      const response = await callPortal(target, `/dev/events${query}`, signal ? { signal } : {});
      if (!greeted) {
        say(`Listening to ${target.portal}, forwarding to ${options.forwardTo}.`);
        say(`Signing secret: ${secret}`);
        greeted = true;
      }
      for await (const { id, data } of readEvents(response.body ?? neverEnding())) {
        if (id === undefined || seen.has(id)) continue;
        seen.add(id);
        for (const oldest of seen) {
          if (seen.size <= REMEMBERED) break;
          seen.delete(oldest);
        }
        last = id;
        const { type } = JSON.parse(data) as { type: string };
        if (!wanted || wanted.includes(type)) await report(options.forwardTo, secret, data);
      }
    } catch (error) {
      if (signal?.aborted) return;
      // Somebody who mistyped the key hears so at once; a portal that restarts is waited for.
      if (!greeted) throw error;
    }
    if (signal?.aborted) return;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

async function report(url: string, secret: string, data: string): Promise<void> {
  const { id, type, status, error, milliseconds } = await forwardEvent(url, secret, data);
  const time = machineNow().toLocaleTimeString('en-GB');
  say(`${time}  ${type.padEnd(28)} ${id}  ${status ?? error}  ${milliseconds} ms`);
}

async function* neverEnding(): AsyncGenerator<Uint8Array> {}
