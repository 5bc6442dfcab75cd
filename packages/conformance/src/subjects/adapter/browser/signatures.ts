import { createHmac } from 'node:crypto';
import { operationOf } from '../../../core/contract/documented.ts';
import { follow, loadSpec, token } from '../../../core/contract/spec.ts';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';

/** What servers sign their calls with; empty where the run was not told. */
export interface SigningSecrets {
  /** The shop's order system. */
  order: string;
  /** Genvoris. */
  webhook: string;
}

const SECRET_OF: Readonly<Record<string, keyof SigningSecrets>> = {
  GenvorisSignature: 'webhook',
  StandardWebhookSignature: 'webhook',
  ShopSignature: 'order',
  ShopStandardSignature: 'order',
};

/** How calls of an operation are signed; `undefined`: no server of the run's calls it. */
export interface Signer {
  header: string;
  secret: keyof SigningSecrets;
}

export function signerOf(operationId: StorefrontOperationId): Signer | undefined {
  const { spec, security } = operationOf(operationId);
  const scheme = security.flat().find((name) => Object.hasOwn(SECRET_OF, name)) ?? '';
  const secret = SECRET_OF[scheme];
  if (secret === undefined) return undefined;
  const found = follow<{ name: string }>(loadSpec(spec), `/components/securitySchemes/${token(scheme)}`);
  return found && { header: found.node.name, secret };
}

/** `t=<unix seconds>,v1=<hex>` over `t.body`. */
export function sign(body: Uint8Array, secret: string, seconds = Math.floor(Date.now() / 1000)): string {
  const digest = createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex');
  return `t=${seconds},v1=${digest}`;
}

/** The same in the Standard Webhooks form. */
export function signStandard(body: Uint8Array, secret: string, id: string): Record<string, string> {
  const seconds = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', secret).update(`${id}.${seconds}.`).update(body).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${digest}` };
}
