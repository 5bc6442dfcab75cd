import type { StorefrontModel } from '@genvoris/contract';
import { CannotDriveError } from '../../../core/cells/errors.ts';
import { modelsOf, type StorefrontOperationId } from '../../../core/contract/storefront.ts';
import type { Outcome } from '../../../core/http/answer.ts';
import { Connections } from '../../../core/http/send.ts';
import { Browser, type CallOptions } from '../browser/browser.ts';
import { type SentEvent, shopEvent, toBytes } from '../browser/shop-events.ts';
import type { SigningSecrets } from '../browser/signatures.ts';
import { type ModelPlan, planOf } from '../oracle/model-plan.ts';
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
  /** The model in force. */
  model: StorefrontModel;
  /** Where its call to action leads. */
  ctaUrl: string;
  secrets: SigningSecrets;
}

/** What a cell acts on: fresh shoppers at fresh addresses, and the upstream to script. */
export class AdapterHarness {
  readonly settings: AdapterSettings;
  readonly upstream: ScriptedUpstream;
  readonly canaries: Canaries;
  readonly connections = new Connections();
  #shopper: number;
  #address: number;
  #order: number;

  constructor(settings: AdapterSettings, upstream: ScriptedUpstream, canaries: Canaries) {
    this.settings = settings;
    this.upstream = upstream;
    this.canaries = canaries;
    // Ids and addresses of an earlier run against the same adapter may still be counted or remembered there.
    const seed = Date.now() % 2 ** 31;
    this.#shopper = seed;
    this.#address = seed % 2 ** 17;
    this.#order = seed;
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

  /** What the model in force gives; `undefined` where it gives everything to everybody. */
  get plan(): ModelPlan | undefined {
    return planOf(this.settings.model);
  }

  /** Tells the adapter, as the shop's order system does, what happened there. */
  tell(event: SentEvent, options: CallOptions = {}): Promise<Outcome> {
    return this.guest().call('receiveShopEvent', { body: toBytes(event), ...options });
  }

  /** What brings this shopper what the model gives; `undefined` where it is there from the beginning. */
  bringing({ options: { shopper } }: Browser, data: Record<string, unknown> = {}): SentEvent | undefined {
    const type = this.plan?.broughtBy;
    if (type === undefined) return undefined;
    const own = type.startsWith('order.') ? 'orderId' : 'subscriptionId';
    this.#order += 1;
    return shopEvent(type, { customerId: shopper ?? null, [own]: `run-${this.#order}`, ...data });
  }

  /** Brings the shopper what an operation takes from, where there is such an operation and a shopper. */
  async provide(browser: Browser, operationId: StorefrontOperationId): Promise<void> {
    if (modelsOf(operationId) === undefined || browser.options.shopper === undefined) return;
    const event = this.bringing(browser);
    if (event) await this.tell(event);
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
      secrets: settings.secrets,
      connections: this.connections,
      patienceMs: settings.patienceMs,
    });
  }
}
