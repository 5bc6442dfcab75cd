import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A URL whose host can never resolve: `.invalid` is reserved for that (RFC 6761, section 6.4). */
export const UNRESOLVABLE_URL = 'http://upstream.genvoris.invalid';

/** A port that refuses connections. */
export interface ClosedPort {
  /** Connecting here is refused for as long as the port is held. */
  url: string;
  release: () => Promise<void>;
}

/**
 * Holds a loopback port that refuses connections. A port that merely was free a moment ago may be
 * somebody's listener by the time it is used; the local end of an open connection cannot.
 *
 * @example
 * const { url, release } = await holdClosedPort();
 * await fetch(url).catch((error) => console.log(error.cause.code)); // ECONNREFUSED
 * await release();
 */
export async function holdClosedPort(): Promise<ClosedPort> {
  let accepted: Socket | undefined;
  const server = createServer((socket) => {
    accepted = socket.on('error', () => {});
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await new Promise<void>((resolve, reject) => client.once('connect', resolve).once('error', reject));
  client.on('error', () => {});
  return {
    url: `http://127.0.0.1:${client.localPort}`,
    release: () =>
      new Promise((resolve) => {
        client.destroy();
        accepted?.destroy();
        server.close(() => resolve());
      }),
  };
}
