import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The upstream's address, given to every subject as its first argument. */
export const UPSTREAM_URL = process.argv[2] ?? '';

/** Listens on a free port and answers the bench's questions about this process. */
export function report(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    announce((server.address() as AddressInfo).port);
  });
}

export function announce(port: number): void {
  process.send?.({ port });
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: user + system });
  });
}
