// Generated from openapi by `pnpm generate`. Do not edit.

import type { EventType } from './catalogue.ts';
import type { operations as v1Operations } from './types/v1.ts';

/** Event type to the envelope that is sent. */
export interface EventEnvelopes {
  'tryon.completed': NonNullable<v1Operations['onTryonCompleted']['requestBody']>['content']["application/json"];
  'tryon.failed': NonNullable<v1Operations['onTryonFailed']['requestBody']>['content']["application/json"];
  'customer.plan_changed': NonNullable<v1Operations['onCustomerPlanChanged']['requestBody']>['content']["application/json"];
  'customer.quota_exhausted': NonNullable<v1Operations['onCustomerQuotaExhausted']['requestBody']>['content']["application/json"];
  'credit.low_balance': NonNullable<v1Operations['onCreditLowBalance']['requestBody']>['content']["application/json"];
  'credit.balance_added': NonNullable<v1Operations['onCreditBalanceAdded']['requestBody']>['content']["application/json"];
  'end_customer.created': NonNullable<v1Operations['onEndCustomerCreated']['requestBody']>['content']["application/json"];
  'end_customer.updated': NonNullable<v1Operations['onEndCustomerUpdated']['requestBody']>['content']["application/json"];
  'end_customer.cancelled': NonNullable<v1Operations['onEndCustomerCancelled']['requestBody']>['content']["application/json"];
  'end_customer.quota_warning': NonNullable<v1Operations['onEndCustomerQuotaWarning']['requestBody']>['content']["application/json"];
  'end_customer.quota_exhausted': NonNullable<v1Operations['onEndCustomerQuotaExhausted']['requestBody']>['content']["application/json"];
  'end_customer.period_rolled': NonNullable<v1Operations['onEndCustomerPeriodRolled']['requestBody']>['content']["application/json"];
  'plan.created': NonNullable<v1Operations['onPlanCreated']['requestBody']>['content']["application/json"];
  'plan.updated': NonNullable<v1Operations['onPlanUpdated']['requestBody']>['content']["application/json"];
  'plan.disabled': NonNullable<v1Operations['onPlanDisabled']['requestBody']>['content']["application/json"];
  'webhook.disabled': NonNullable<v1Operations['onWebhookDisabled']['requestBody']>['content']["application/json"];
  'webhook.test': NonNullable<v1Operations['onWebhookTest']['requestBody']>['content']["application/json"];
}

/** Event type to the names of its examples. */
export const EVENT_EXAMPLES: { readonly [type in EventType]: readonly string[] } = {
  'tryon.completed': ['tryon.completed'],
  'tryon.failed': ['tryon.failed'],
  'customer.plan_changed': ['customer.plan_changed'],
  'customer.quota_exhausted': ['customer.quota_exhausted'],
  'credit.low_balance': ['credit.low_balance'],
  'credit.balance_added': ['credit.balance_added'],
  'end_customer.created': ['end_customer.created'],
  'end_customer.updated': ['end_customer.updated'],
  'end_customer.cancelled': ['end_customer.cancelled'],
  'end_customer.quota_warning': ['end_customer.quota_warning'],
  'end_customer.quota_exhausted': ['end_customer.quota_exhausted'],
  'end_customer.period_rolled': ['end_customer.period_rolled'],
  'plan.created': ['plan.created'],
  'plan.updated': ['plan.updated'],
  'plan.disabled': ['plan.disabled'],
  'webhook.disabled': ['webhook.disabled'],
  'webhook.test': ['webhook.test'],
};
