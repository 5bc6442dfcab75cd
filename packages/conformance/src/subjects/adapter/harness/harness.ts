import { CannotDriveError } from '../../../core/cells/errors.ts';
import { Connections } from '../../../core/http/send.ts';
import { Browser } from '../browser/browser.ts';
import type { Canaries } from '../upstream/canaries.ts';
import type { ScriptedUpstream } from '../upstream/scripted-upstream.ts';

/** Where the browser's requests go: the adapter, or its twin whose upstream has no address. */
export type TargetName = 'adapter' | 'unresolvable';

export interface AdapterSettings {
  target: URL;
  unresolvable: URL | undefined;
  origin: string;
  shopperHeaders: readonly [name: string, value: string][];
  /** What the upstream must be told about a shopper; `{shopper}` stands for the id. `undefined`: any canonical id that ends in it. */
  externalId: string | undefined;
  forwardedFor: boolean;
  guests: 'allowed' | 'refused';
  patienceMs: number;
}

/** What a cell acts on: fresh shoppers at fresh addresses, and the upstream to script. */
export class AdapterHarness {
  readonly settings: AdapterSettings;
  readonly upstream: ScriptedUpstream;
  readonly canaries: Canaries;
  readonly connections = new Connections();
  #shopper: number;
  #address: number;

  constructor(settings: AdapterSettings, upstream: ScriptedUpstream, canaries: Canaries) {
    this.settings = settings;
    this.upstream = upstream;
    this.canaries = canaries;
    // Ids and addresses of an earlier run against the same adapter may still be counted or remembered there.
    const seed = Date.now() % 2 ** 31;
    this.#shopper = seed;
    this.#address = seed % 2 ** 17;
  }

  shopper(target?: TargetName): Browser {
    this.#shopper += 1;
    return this.#browser(String(this.#shopper), target);
  }

  guest(target?: TargetName): Browser {
    return this.#browser(undefined, target);
  }

  viewer(kind: 'shopper' | 'guest', target?: TargetName): Browser {
    return kind === 'shopper' ? this.shopper(target) : this.guest(target);
  }

  /** An address of the range set aside for tests between networks (RFC 2544), new for each browser. */
  address(): string {
    this.#address = (this.#address + 1) % 2 ** 17;
    const low = this.#address;
    return `198.${18 + (low >> 16)}.${(low >> 8) & 255}.${low & 255}`;
  }

  #browser(shopper: string | undefined, target: TargetName = 'adapter') {
    const { settings } = this;
    const url = target === 'adapter' ? settings.target : settings.unresolvable;
    if (!url) {
      throw new CannotDriveError(
        'it needs an adapter whose upstream host does not resolve: give --fault-target unresolvable=URL, or let --command start one',
      );
    }
    return new Browser({
      target: url,
      origin: settings.origin,
      shopper,
      shopperHeaders: settings.shopperHeaders,
      address: settings.forwardedFor ? this.address() : undefined,
      cookie: this.canaries.cookie,
      connections: this.connections,
      patienceMs: settings.patienceMs,
    });
  }
}
