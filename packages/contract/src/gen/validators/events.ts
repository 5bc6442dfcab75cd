// Generated from openapi by `pnpm generate`. Do not edit.
import type { CompiledValidator } from '../../validation.ts';
import type { EventType } from '../catalogue.ts';
import * as v1Schemas from '../compiled/v1.js';

export const events: { readonly [type in EventType]: CompiledValidator } = {
  'tryon.completed': v1Schemas.TryonCompletedEvent,
  'tryon.failed': v1Schemas.TryonFailedEvent,
  'customer.plan_changed': v1Schemas.CustomerPlanChangedEvent,
  'customer.quota_exhausted': v1Schemas.CustomerQuotaExhaustedEvent,
  'credit.low_balance': v1Schemas.CreditLowBalanceEvent,
  'credit.balance_added': v1Schemas.CreditBalanceAddedEvent,
  'end_customer.created': v1Schemas.EndCustomerCreatedEvent,
  'end_customer.updated': v1Schemas.EndCustomerUpdatedEvent,
  'end_customer.cancelled': v1Schemas.EndCustomerCancelledEvent,
  'end_customer.quota_warning': v1Schemas.EndCustomerQuotaWarningEvent,
  'end_customer.quota_exhausted': v1Schemas.EndCustomerQuotaExhaustedEvent,
  'end_customer.period_rolled': v1Schemas.EndCustomerPeriodRolledEvent,
  'plan.created': v1Schemas.PlanCreatedEvent,
  'plan.updated': v1Schemas.PlanUpdatedEvent,
  'plan.disabled': v1Schemas.PlanDisabledEvent,
  'webhook.disabled': v1Schemas.WebhookDisabledEvent,
  'webhook.test': v1Schemas.WebhookTestEvent,
};
