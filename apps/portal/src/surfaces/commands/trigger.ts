import { callPortal, readTarget, type TargetOptions } from './portal-client.ts';
import { say } from './with-portal.ts';

export interface TriggerOptions extends TargetOptions {
  readonly data?: string;
}

/** Makes an event up and sends it the way of every event. */
export async function trigger(type: string, options: TriggerOptions): Promise<void> {
  const target = readTarget(options);
  const body = { type, ...(options.data !== undefined && { data: parseData(options.data) }) };
  const response = await callPortal(target, '/dev/trigger', { method: 'POST', body });
  const event = (await response.json()) as { id: string; type: string; data: unknown };
  say(`Triggered ${event.type} (${event.id}):`);
  say(JSON.stringify(event.data, null, 2));
}

function parseData(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`--data must be JSON, such as '{"remaining_credits": 3}'.`);
  }
}
