import { describe } from 'vitest';
import { setBed } from './bed.ts';
import { HOSTS } from './hosts.ts';
import { oddRequests } from './suites/odd-requests.ts';
import { wire } from './suites/wire.ts';

// What the contract says of every host, `tests/conformance` holds against every host.
describe.each(HOSTS)('$name', (host) => {
  const bed = setBed(host);
  oddRequests(bed);
  wire(bed);
});
