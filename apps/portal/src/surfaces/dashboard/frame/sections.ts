/** The navigation: section, path, label. */
export const SECTIONS = [
  ['overview', '/dashboard', 'Overview'],
  ['funnel', '/dashboard/funnel', 'Try-on to order'],
  ['customers', '/dashboard/customers', 'Customers'],
  ['sessions', '/dashboard/sessions', 'Sessions'],
  ['plans', '/dashboard/plans', 'Plans'],
  ['credits', '/dashboard/credits', 'Credits'],
  ['webhooks', '/dashboard/webhooks', 'Webhooks'],
  ['keys', '/dashboard/keys', 'API keys'],
  ['settings', '/dashboard/settings', 'Settings'],
] as const;
