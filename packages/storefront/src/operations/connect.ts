import { startConnect } from '@genvoris/contract/operations/connect';
import { type ConnectStates, createConnectStates } from '../vault/connect-states.ts';
import type { Vault } from '../vault/vault.ts';
import type { ConnectSettings } from './connect-options.ts';

/** What both steps of a connect share. */
export interface Connect {
  readonly settings: ConnectSettings;
  readonly states: ConnectStates;
  /** The address of the consent page. */
  consentUrl(state: string, adminEmail: string): string;
}

export function createConnect(
  settings: ConnectSettings,
  { vault, portalUrl }: { vault: Vault | undefined; portalUrl: string },
): Connect {
  if (vault === undefined) throw new TypeError('connect needs a vault');
  return {
    settings,
    states: createConnectStates(vault),
    consentUrl(state, adminEmail) {
      const query = new URLSearchParams({
        site_url: settings.siteUrl,
        site_name: settings.siteName.trim(),
        admin_email: adminEmail,
        return_url: settings.returnUrl,
        platform: 'wordpress',
        plugin_version: settings.pluginVersion,
        state,
      });
      return `${portalUrl}${startConnect.path}?${query}`;
    },
  };
}
