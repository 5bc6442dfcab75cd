import type { components } from '@genvoris/contract/types/v1';
import type { Send } from '../send.ts';

type Schemas = components['schemas'];

/** A plan to create, or to update where its `externalId` exists. */
export type PlanCreateParams = Schemas['CreatePlanRequest'];
/** The fields of a plan to change. */
export type PlanUpdateParams = Schemas['UpdatePlanRequest'];
/** Which plans to list. */
export interface PlanListParams {
  /** Whether disabled plans are listed too. */
  include_inactive?: boolean | undefined;
  /** The same, as the reference spells it. */
  includeInactive?: boolean | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}
/** A plan, as the portal answers it. */
export type Plan = Schemas['ShopperPlan'];
/** One page of plans. */
export type PlanList = Schemas['PlanList'];

/** How many try-ons a shopper has per period. */
export class PlansResource {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /** Lists the active plans, newest first. @see openapi/v1.yaml listPlans */
  list({ includeInactive, ...params }: PlanListParams = {}): Promise<PlanList> {
    return this.#send('listPlans', { query: { include_inactive: includeInactive, ...params } });
  }

  /** Creates a plan, or updates the one with its `externalId`. @see openapi/v1.yaml createPlan */
  create(params: PlanCreateParams): Promise<Plan> {
    return this.#send('createPlan', { body: params });
  }

  /** Reads a plan. @see openapi/v1.yaml getPlan */
  retrieve(id: string): Promise<Plan> {
    return this.#send('getPlan', { path: { id } });
  }

  /** Changes the fields given. @see openapi/v1.yaml updatePlan */
  update(id: string, params: PlanUpdateParams): Promise<Plan> {
    return this.#send('updatePlan', { path: { id }, body: params });
  }

  /** Disables a plan; customers who have it keep it. @see openapi/v1.yaml disablePlan */
  archive(id: string): Promise<void> {
    return this.#send('disablePlan', { path: { id } });
  }
}
