import { randomBytes } from 'node:crypto';
import type { Answers } from './choices.ts';
import { PLATFORMS } from './platforms.ts';

const DATABASES: Readonly<Record<Answers['database'], string>> = {
  sqlite: 'sqlite:.genvoris/ledger.sqlite',
  pglite: 'pglite:.genvoris/ledger',
  postgres: 'postgres://user:password@127.0.0.1:5432/shop',
  mysql: 'mysql://user:password@127.0.0.1:3306/shop',
  none: '',
};

/** The `.env` that goes with the program; secrets of the shop's own are made. */
export function writeEnv(answers: Answers, shopOrigin: string): string {
  const secret = () => randomBytes(32).toString('base64url');
  const { mount, settings, tellsOrders } = PLATFORMS[answers.platform];
  const ledger = answers.model === 'FREE_ALL' ? '' : DATABASES[answers.database];
  return `# Keep this file to yourself: it holds secrets.
SHOP_ORIGIN=${shopOrigin}
GENVORIS_MOUNT=${mount}
# The key of the dashboard; leave it empty if you use genvoris-shop connect.
GENVORIS_API_KEY=
# What the dashboard showed for the webhook endpoint of this shop.
GENVORIS_WEBHOOK_SECRET=
# Seals what connect brings and signs nonces: the same in every process of the shop.
GENVORIS_SECRET=${secret()}
${settings(shopOrigin, secret, ledger !== '')}${ledger && !tellsOrders ? `# What your order system signs its events with.\nGENVORIS_ORDER_SECRET=${secret()}\n` : ''}${ledger && `GENVORIS_LEDGER=${ledger}\n`}`;
}
