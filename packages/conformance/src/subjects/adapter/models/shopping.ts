import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { SHOP_EVENT_TYPE, type ShopEventType } from '@genvoris/contract';
import type { Finding } from '../../../core/cells/finding.ts';
import { finding, unless } from '../../../core/cells/finding.ts';
import { documentedAnswer, operationOf, successOf } from '../../../core/contract/documented.ts';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import { violations } from '../../../core/contract/validator.ts';
import { headerOf, isAnswer, jsonObjectOf, type Outcome } from '../../../core/http/answer.ts';
import type { Browser, CallOptions } from '../browser/browser.ts';
import { type SentEvent, shopEvent } from '../browser/shop-events.ts';
import { observe } from '../cells/observe.ts';
import type { AdapterHarness } from '../harness/harness.ts';
import type { ExpectedError } from '../oracle/expected.ts';
import { type ModelPlan, planOf, spentError } from '../oracle/model-plan.ts';
import { judgeExpected } from '../rules/expected-answer.ts';

type Json = Record<string, unknown>;

/** How long what happens behind an adapter's back may take. */
const SOON_MS = 2000;

/** What spends something of the store's upstream. */
const SPENDING = ['analyzePhoto', 'generateTryon'];

/** One shopper in a shop under a model that counts, from sign-in on; what is not as it must be is put down. */
export class Shopping {
  readonly findings: Finding[] = [];
  readonly harness: AdapterHarness;
  readonly plan: ModelPlan;
  readonly browser: Browser;

  constructor(harness: AdapterHarness, browser = harness.shopper()) {
    const plan = planOf(harness.settings.model);
    if (!plan) throw new Error(`${harness.settings.model} counts nothing, so nothing can be spent.`);
    this.harness = harness;
    this.plan = plan;
    this.browser = browser;
  }

  /** Another shopper, whose findings are these too. */
  another(): Shopping {
    const other = new Shopping(this.harness);
    (other as { findings: Finding[] }).findings = this.findings;
    return other;
  }

  get id(): string {
    return this.browser.options.shopper ?? '';
  }

  /** Holds a fact; several may be held after another, each with words of its own. */
  same(says: string, got: unknown, wanted: unknown): void {
    this.findings.push(
      ...unless(isDeepStrictEqual(got, wanted), says, wanted ?? 'none', got === undefined ? 'none' : got),
    );
  }

  /** What the shopper's status says, of these fields. */
  async sees(when: string, wanted: Json): Promise<void> {
    const body = await this.answered('getStorefrontStatus');
    for (const [name, value] of Object.entries(wanted))
      this.same(`${when}: ${name} is another`, body[name], value);
  }

  /** The shopper may try on, so many times. */
  has(when: string, remaining: number | null): Promise<void> {
    return this.sees(when, { canTryOn: true, ctaType: 'try_on', remaining });
  }

  /** The same, where nobody is told when it has come to that. */
  async hasSoon(when: string, remaining: number | null): Promise<void> {
    const until = performance.now() + SOON_MS;
    while (performance.now() < until) {
      const { remaining: now } = jsonObjectOf(await this.browser.call('getStorefrontStatus')) ?? {};
      if (now === remaining) break;
      await sleep(50);
    }
    await this.has(when, remaining);
  }

  /** The shopper has nothing left, and is offered what the model offers. */
  hasNothing(when: string): Promise<void> {
    const { ctaType } = this.plan;
    return this.sees(when, { canTryOn: false, ctaType, ctaUrl: this.harness.settings.ctaUrl, remaining: 0 });
  }

  /** As many as the model brings, less so many; a model without a limit has none. */
  left(used: number, brought = 1): number | null {
    return this.plan.amount === null ? null : this.plan.amount * brought - used;
  }

  /** Calls as the shopper; an answer that is not the documented success is a finding. */
  async answered(operationId: StorefrontOperationId, options?: CallOptions): Promise<Json> {
    return this.#success(operationId, await this.browser.call(operationId, options));
  }

  /** Calls as the shopper and is refused like this; and neither a photo nor a picture was asked for upstream. */
  async refused(
    says: string,
    operationId: StorefrontOperationId,
    expected: ExpectedError,
    options?: CallOptions,
  ) {
    const sent = await this.browser.request(operationId, options);
    const exchange = await observe(this.harness, this.browser, sent, { operationId, expected });
    const spent = exchange.calls.filter(({ request }) => SPENDING.includes(request.operationId ?? ''));
    this.findings.push(
      ...judgeExpected(exchange).map((one) => ({ ...one, message: `${says}: ${one.message}` })),
      ...spent.map(({ request }) =>
        finding(`${says}: the upstream was asked all the same`, 'no call', request.target),
      ),
    );
  }

  /** Is refused by what is the shopper's own. */
  spent(says: string, operationId: StorefrontOperationId, reason = this.plan.spentReason): Promise<void> {
    return this.refused(says, operationId, spentError(operationId, reason));
  }

  /** A try-on that is made. Returns its request id. */
  async triesOn(): Promise<string | undefined> {
    const outcome = await this.browser.call('proxyTryon');
    await this.#success('proxyTryon', outcome);
    return isAnswer(outcome) ? headerOf(outcome, 'x-request-id') : undefined;
  }

  /** Uses up what there is; where there is no limit, nothing can be. */
  async triesOnUntilSpent(brought = 1): Promise<void> {
    for (let i = 0; i < (this.plan.amount ?? 0) * brought; i += 1) await this.triesOn();
  }

  /** What brings the model's try-ons is told, if anything has to. */
  async isBrought(data?: Json): Promise<SentEvent | undefined> {
    const event = this.harness.bringing(this.browser, data);
    if (event) await this.told(event);
    return event;
  }

  /** Another event about the same order or subscription. */
  follow(event: SentEvent, type: ShopEventType, data: Json = {}): SentEvent {
    const [family] = type.split('.');
    const own = family === 'order' ? 'orderId' : 'subscriptionId';
    const whose = family === 'order' ? {} : { customerId: this.id };
    return shopEvent(type, { [own]: event.data[own], ...whose, ...data });
  }

  /** An event is taken. Returns its receipt. */
  async told(event: SentEvent, options?: CallOptions): Promise<Json> {
    const receipt = await this.#success('receiveShopEvent', await this.harness.tell(event, options));
    this.same(`${event.type}: received is another`, receipt.received, true);
    return receipt;
  }

  /** An event of the shop's about this shopper. */
  tells(type: ShopEventType, data: Json = {}): Promise<Json> {
    return this.told(shopEvent(type, { customerId: this.id, ...data }));
  }

  async #success(operationId: StorefrontOperationId, outcome: Outcome): Promise<Json> {
    const wanted = successOf(operationId);
    if (!isAnswer(outcome) || outcome.status !== wanted) {
      const got = isAnswer(outcome) ? `${outcome.status} ${outcome.body}` : outcome.failure;
      this.findings.push(finding(`${operationId} did not succeed`, wanted, got));
      return {};
    }
    const body = jsonObjectOf(outcome) ?? {};
    const { spec } = operationOf(operationId);
    const wrong = await violations(spec, documentedAnswer(operationId, wanted)?.schema ?? '', body);
    this.findings.push(...wrong.map((violation) => finding(`${operationId}: ${violation}`, undefined, body)));
    return body;
  }
}

/** Why a shopper is refused after such an event, where the spec gives it a reason of its own. */
export function reasonAfter(type: ShopEventType) {
  return SHOP_EVENT_TYPE[type].spentReason;
}
