import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { buildConnector } from 'undici';
import { isReachable, type Reach } from './address.ts';

/** Asks DNS for all addresses of a name. */
export type ResolveAll = (
  hostname: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** The host is, or resolves to, nothing but addresses the portal does not connect to. */
export class AddressRefusedError extends Error {
  readonly code = 'address_refused';
  constructor(hostname: string) {
    super(`${hostname} is not a public address`);
    this.name = 'AddressRefusedError';
  }
}

/**
 * A connector for undici that connects to nothing out of `reach`.
 *
 * The socket gets exactly the addresses that were checked: the name is resolved once, by the socket itself,
 * so that a second answer of DNS (rebinding) never comes into play.
 */
export function createGuardedConnector(
  reach: Reach,
  {
    resolve = systemLookup as ResolveAll,
    ...options
  }: { resolve?: ResolveAll } & buildConnector.BuildOptions = {},
): buildConnector.connector {
  const lookup: LookupFunction = (hostname, asked, done) => {
    resolve(hostname, { ...asked, all: true }, (error, found) => {
      if (error) return done(error, []);
      const allowed = found.filter(({ address }) => isReachable(address, reach));
      const [first] = allowed;
      if (!first) return done(new AddressRefusedError(hostname), []);
      if (asked.all) return done(null, allowed);
      done(null, first.address, first.family);
    });
  };
  const connect = buildConnector({ allowH2: false, ...options, lookup });
  return (target, done) => {
    // Node asks no lookup function about a host that is an address already.
    const literal = target.hostname.replace(/^\[|\]$/g, '');
    if (isIP(literal) !== 0 && !isReachable(literal, reach)) {
      done(new AddressRefusedError(literal), null);
      return;
    }
    connect(target, (...outcome) => {
      const socket = outcome[1];
      if (socket && !connectedWithin(socket, reach)) {
        socket.destroy();
        done(new AddressRefusedError(target.hostname), null);
        return;
      }
      done(...outcome);
    });
  };
}

/** The last word has the socket: whatever was asked before, this is where the bytes would go. */
function connectedWithin(socket: Socket, reach: Reach): boolean {
  return socket.remoteAddress !== undefined && isReachable(socket.remoteAddress, reach);
}
