import { creditActions, credits } from './pages/credits.ts';
import { customer, customerActions } from './pages/customer.ts';
import { customers } from './pages/customers.ts';
import { delivery, deliveryActions } from './pages/delivery.ts';
import { funnel } from './pages/funnel.ts';
import { funnelDownloads } from './pages/funnel-downloads.ts';
import { keyActions, keys } from './pages/keys.ts';
import { overview } from './pages/overview.ts';
import { planActions, plans } from './pages/plans.ts';
import { sessionListActions, sessions } from './pages/sessions.ts';
import { settingActions, settings } from './pages/settings.ts';
import { webhook, webhookActions } from './pages/webhook.ts';
import { endpointActions, webhooks } from './pages/webhooks.ts';
import type { Action, Download, Page } from './request/page-context.ts';

export const PAGES: readonly Page[] = [
  overview,
  funnel,
  keys,
  plans,
  customers,
  customer,
  sessions,
  credits,
  webhooks,
  webhook,
  delivery,
  settings,
];

export const ACTIONS: readonly Action[] = [
  ...keyActions,
  ...planActions,
  ...customerActions,
  ...sessionListActions,
  ...creditActions,
  ...endpointActions,
  ...webhookActions,
  ...deliveryActions,
  ...settingActions,
];

export const DOWNLOADS: readonly Download[] = funnelDownloads;
