import { ApiError, invalidField } from '../../foundation/api-error.ts';
import { machineNow } from '../../foundation/clock.ts';
import { parseDuration, parseTime } from '../../foundation/duration.ts';
import type { Portal } from '../../runtime/portal.ts';
import { ClockError } from '../../runtime/test-clock.ts';

/** What `/dev/clock` answers. */
export interface ClockReading {
  readonly now: string;
  /** How far it is ahead of the machine's clock (ms). */
  readonly offset_ms: number;
  /** Whether this portal was started with a test clock, so that it can be moved. */
  readonly movable: boolean;
}

export function readClock({ clock, testClock }: Portal): ClockReading {
  return { now: clock.now().toISOString(), offset_ms: clock.offsetMs, movable: testClock !== undefined };
}

/**
 * Moves the test clock as the body says: `{"advance": "31d"}`, `{"set": "2026-12-24T10:00Z"}` or
 * `{"reset": true}`. Returns when it holds for every portal on the database.
 *
 * @throws ApiError `invalid_body`
 */
export async function moveClock(portal: Portal, body: unknown): Promise<ClockReading> {
  const { testClock } = portal;
  if (!testClock) {
    throw new ApiError('invalid_body', {
      detail: "This portal goes by the machine's time. Start it with a test clock: portal serve --clock",
    });
  }
  const move = readMove(body);
  try {
    if ('reset' in move) await testClock.reset();
    else if ('advance' in move) await testClock.advance(move.advance);
    else await testClock.moveTo(move.set);
  } catch (error) {
    if (error instanceof ClockError) throw new ApiError('invalid_body', { detail: error.message });
    throw error;
  }
  const reading = readClock(portal);
  portal.log.info(
    { clock: reading.now, offsetMs: reading.offset_ms, machine: machineNow() },
    'test clock moved',
  );
  return reading;
}

type Move = { readonly reset: true } | { readonly advance: number } | { readonly set: Date };

function readMove(body: unknown): Move {
  const given = Object.entries(typeof body === 'object' && body !== null ? body : {});
  const [name, value] = given.length === 1 ? (given[0] ?? []) : [];
  if (name === 'reset' && value === true) return { reset: true };
  if (name === 'advance') {
    const ms = typeof value === 'string' ? parseDuration(value) : undefined;
    if (ms === undefined) throw invalidField('/advance', 'must be a duration, such as 31d, 90m or 1d12h');
    return { advance: ms };
  }
  if (name === 'set') {
    const time = typeof value === 'string' ? parseTime(value) : undefined;
    if (!time) throw invalidField('/set', 'must be a time with its zone, such as 2026-12-24T10:00Z');
    return { set: time };
  }
  throw invalidField('', 'must have one of advance, set and reset');
}
