// Generated from openapi by `pnpm generate`. Do not edit.
import type { CompiledValidator } from '../../validation.ts';
import type { EventType } from '../catalogue.ts';
import * as compiled from '../compiled/schemas.js';

export const events: { readonly [type in EventType]: CompiledValidator } = {
  'tryon.completed': compiled.TryonCompletedEvent,
  'tryon.failed': compiled.TryonFailedEvent,
  'customer.plan_changed': compiled.CustomerPlanChangedEvent,
  'customer.quota_exhausted': compiled.CustomerQuotaExhaustedEvent,
  'credit.low_balance': compiled.CreditLowBalanceEvent,
  'credit.balance_added': compiled.CreditBalanceAddedEvent,
  'end_customer.created': compiled.EndCustomerCreatedEvent,
  'end_customer.updated': compiled.EndCustomerUpdatedEvent,
  'end_customer.cancelled': compiled.EndCustomerCancelledEvent,
  'end_customer.quota_warning': compiled.EndCustomerQuotaWarningEvent,
  'end_customer.quota_exhausted': compiled.EndCustomerQuotaExhaustedEvent,
  'end_customer.period_rolled': compiled.EndCustomerPeriodRolledEvent,
  'plan.created': compiled.PlanCreatedEvent,
  'plan.updated': compiled.PlanUpdatedEvent,
  'plan.disabled': compiled.PlanDisabledEvent,
  'webhook.disabled': compiled.WebhookDisabledEvent,
  'webhook.test': compiled.WebhookTestEvent,
};
