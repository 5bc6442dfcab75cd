import type { Reach } from './address.ts';
import type { Egress } from './egress.ts';

/** An egress whose HTTP client is loaded by the first request: few portals reach anybody at their start. */
export function createLazyEgress(reach: Reach): Egress {
  let made: Promise<Egress> | undefined;
  return {
    reach,
    async send(request) {
      made ??= import('./egress.ts').then(({ createEgress }) => createEgress({ reach }));
      return (await made).send(request);
    },
    async close() {
      await (await made)?.close();
    },
  };
}
