import { once } from 'node:events';
import type { Server } from 'node:net';

/** A port that cannot be had; the message says what to do. */
export class PortError extends Error {
  override name = 'PortError';
}

export interface PortChoice {
  port: number;
  /** Whether somebody asked for this very port; otherwise the next free one will do. */
  fixed: boolean;
}

const TRIES = 10;

/** Opens the port, or one of the next ones where nobody asked for this very one. */
export async function openPort<Opened>(
  what: string,
  { port, fixed }: PortChoice,
  open: (port: number) => Promise<Opened>,
  notice: (text: string) => void = () => {},
): Promise<Opened> {
  for (let tried = 0; ; tried++) {
    try {
      const opened = await open(port + tried);
      if (tried > 0) notice(`Port ${port} for the ${what} is in use; took ${port + tried}.`);
      return opened;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE') throw explain(what, port + tried, error);
      if (fixed)
        throw new PortError(
          `Port ${port} for the ${what} is in use. Choose another one, or leave it out and the next free one is taken.`,
          { cause: error },
        );
      if (tried === TRIES - 1)
        throw new PortError(
          `Ports ${port} to ${port + tried} for the ${what} are all in use. Choose another one with --port, --mock-port or --portal-port.`,
          { cause: error },
        );
    }
  }
}

export async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

function explain(what: string, port: number, cause: unknown): PortError {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'EACCES') {
    return new PortError(
      `Port ${port} for the ${what} may not be opened by this user. Choose one above 1023.`,
      { cause },
    );
  }
  return new PortError(`The ${what} cannot listen on port ${port}: ${message}`, { cause });
}
