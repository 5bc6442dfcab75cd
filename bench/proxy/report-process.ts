import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The upstream's address, given to every subject as its first argument. */
export const UPSTREAM_URL = process.argv[2] ?? '';

/** Listens on a free port and tells the bench how many requests were answered. */
export function report(server: Server): void {
  server.listen(0, '127.0.0.1', () => reportListening(server));
}

export function reportListening(server: Server): void {
  let answered = 0;
  server.on('request', () => {
    answered++;
  });
  process.on('message', () => process.send?.({ answered }));
  process.send?.({ port: (server.address() as AddressInfo).port });
}
