import type { FaultName } from '@genvoris/contract';
import { type BehaviourSource, holdClosedPort, type ScenarioServer, UNRESOLVABLE_URL } from '@genvoris/mock';
import type { ObservedPage } from './observed-page.ts';
import type { WidgetOperation } from './operations.ts';
import { type ShopPage, shopPage } from './shop-page.ts';

export interface VisitOptions {
  buttons?: number;
  unreachable?: Extract<FaultName, 'refused' | 'unresolvable'> | undefined;
}

/** One browser page and one upstream that a cell has to itself. */
export class WidgetHarness {
  readonly #server: ScenarioServer;
  readonly #observed: ObservedPage;
  readonly #apiKey: string;
  readonly #page: string | undefined;

  constructor(server: ScenarioServer, observed: ObservedPage, apiKey: string, page: string | undefined) {
    this.#server = server;
    this.#observed = observed;
    this.#apiKey = apiKey;
    this.#page = page;
  }

  /** Opens a shop page whose status question is answered like this, and lets it come to rest. */
  async visit(
    operationId: WidgetOperation,
    behaviour: BehaviourSource,
    { buttons = 1, unreachable }: VisitOptions = {},
  ): Promise<{ observed: ObservedPage }> {
    await this.#observed.leave();
    this.#server.reset().use(operationId, behaviour);
    const closed = unreachable === 'refused' ? await holdClosedPort() : undefined;
    try {
      const upstream = closed?.url ?? (unreachable === 'unresolvable' ? UNRESOLVABLE_URL : this.#server.url);
      await this.#observed.visit(await this.#shop(operationId, upstream, buttons));
    } finally {
      await closed?.release();
    }
    return { observed: this.#observed };
  }

  async #shop(operationId: WidgetOperation, upstream: string, buttons: number): Promise<ShopPage> {
    const origin = this.#server.url;
    if (this.#page === undefined)
      return shopPage({ operationId, origin, upstream, apiKey: this.#apiKey, buttons });
    // The page is what it is; only its status question is led here.
    const isStatus: ShopPage['isStatus'] = ({ pathname }) => pathname.endsWith('/status');
    const mount = operationId === 'getStorefrontStatus' ? '/storefront' : '';
    const { page } = this.#observed;
    await page.unrouteAll();
    await page.route(isStatus, (route) =>
      route.continue({ url: `${upstream}${mount}/status${new URL(route.request().url()).search}` }),
    );
    return { url: this.#page, isStatus };
  }
}
