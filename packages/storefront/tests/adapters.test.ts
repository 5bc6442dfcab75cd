import { describe } from 'vitest';
import { setBed } from './bed.ts';
import { HOSTS } from './hosts.ts';
import { failures } from './suites/failures.ts';
import { guards } from './suites/guards.ts';
import { proxiedCalls } from './suites/proxied-calls.ts';
import { secrets } from './suites/secrets.ts';
import { session } from './suites/session.ts';
import { status } from './suites/status.ts';
import { wire } from './suites/wire.ts';

describe.each(HOSTS)('$name', (host) => {
  const bed = setBed(host);
  status(bed);
  failures(bed);
  session(bed);
  proxiedCalls(bed);
  guards(bed);
  secrets(bed);
  wire(bed);
});
