import { connect, type Socket } from 'node:net';

/** What came back over a socket, and how it ended: by itself, by a reset, or not before we lost patience. */
export interface RawExchange {
  /** Each byte is a letter (Latin-1). */
  readonly text: string;
  readonly end: 'closed' | 'reset' | 'open';
}

/**
 * Writes bytes to a server and reads until it closes, so that nothing repairs or hides what is on the wire.
 *
 * @param text one letter for each byte (Latin-1)
 * @param options.until ends the reading early, given what has come so far
 * @param options.patienceMs ends it too; no limit by default
 */
export function exchangeRaw(
  url: string,
  text: string,
  { until, patienceMs }: { until?: (text: string) => boolean; patienceMs?: number } = {},
): Promise<RawExchange> {
  return new Promise((resolve) => {
    let came = '';
    const socket = openRaw(url, text).setEncoding('latin1');
    const done = (end: RawExchange['end']) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text: came, end });
    };
    const timer = patienceMs === undefined ? undefined : setTimeout(() => done('open'), patienceMs);
    socket.on('data', (part) => {
      came += part;
      if (until?.(came)) done('open');
    });
    socket.on('end', () => done('closed')).on('close', () => done('closed'));
    socket.on('error', () => done('reset'));
  });
}

/** A connection on which bytes were written, and that stays open. What happens to it is no error of the test's. */
export function openRaw(url: string, text: string): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname, () => socket.write(text, 'latin1'));
  return socket.on('error', () => {});
}
