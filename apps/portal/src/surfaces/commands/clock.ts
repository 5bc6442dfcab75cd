import type { ClockReading } from '../integrators/move-clock.ts';
import { callPortal, readTarget, type TargetOptions } from './portal-client.ts';
import { sayClock } from './say-clock.ts';
import { say } from './with-portal.ts';

const PATH = '/dev/clock';

export async function showClock(options: TargetOptions): Promise<void> {
  const reading = (await (await callPortal(readTarget(options), PATH)).json()) as ClockReading;
  if (reading.movable) return tell(reading);
  say(`The portal goes by the machine's time, ${reading.now}. A test clock is for: portal serve --clock`);
}

/** Moves a running portal's test clock by a duration such as `31d`. */
export function advanceClock(duration: string, options: TargetOptions): Promise<void> {
  return move({ advance: duration }, `Advanced by ${duration}.`, options);
}

export function setClock(time: string, options: TargetOptions): Promise<void> {
  return move({ set: time }, `Set to ${time}.`, options);
}

export function resetClock(options: TargetOptions): Promise<void> {
  return move(
    { reset: true },
    "Back to the machine's time. What was made in the future stays there.",
    options,
  );
}

async function move(body: Record<string, unknown>, done: string, options: TargetOptions): Promise<void> {
  const response = await callPortal(readTarget(options), PATH, { method: 'POST', body });
  say(done);
  tell((await response.json()) as ClockReading);
}

function tell({ now, offset_ms: offsetMs }: ClockReading): void {
  say(sayClock({ now: new Date(now), offsetMs }));
}
