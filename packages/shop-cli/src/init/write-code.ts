import type { Answers } from './choices.ts';
import { PLATFORMS } from './platforms.ts';

const LEDGERS = {
  sqlite: ['createSqliteLedger', "{ file: setting('GENVORIS_LEDGER').replace('sqlite:', '') }"],
  pglite: ['createPgliteLedger', "{ folder: setting('GENVORIS_LEDGER').replace('pglite:', '') }"],
  postgres: ['createPostgresLedger', "{ url: setting('GENVORIS_LEDGER') }"],
  mysql: ['createMysqlLedger', "{ url: setting('GENVORIS_LEDGER') }"],
} as const;

const MODELS: Readonly<Record<Answers['model'], string>> = {
  FREE_ALL: `  model: 'FREE_ALL',\n  guests: true,`,
  SUBSCRIPTION: `  model: { model: 'SUBSCRIPTION', ctaUrl: '/' },`,
  CREDITS_WITH_PURCHASE: `  model: { model: 'CREDITS_WITH_PURCHASE', creditsPerOrder: 5, expiresInDays: 30, ctaUrl: '/' },`,
  PAY_PER_USE: `  // The products that open a session once they are paid.\n  model: { model: 'PAY_PER_USE', checkoutUrl: '/checkout', productIds: ['try-on'] },`,
  FREEMIUM: `  model: { model: 'FREEMIUM', freePerMonth: 3, ctaUrl: '/' },`,
};

const HOSTS = {
  express: {
    imports: (create: string) =>
      `import { ${create} } from '@genvoris/storefront/express';\nimport express from 'express';`,
    create: 'createExpressStorefront',
    listen: `const app = express();
app.use(setting('GENVORIS_MOUNT'), storefront);
const server = app.listen(Number(process.env.PORT ?? 3000));
process.on('SIGTERM', () => storefront.close().then(() => server.close()));`,
    basePath: '',
  },
  fastify: {
    imports: (create: string) =>
      `import { ${create} } from '@genvoris/storefront/fastify';\nimport Fastify from 'fastify';`,
    create: 'createFastifyStorefront',
    listen: `const app = Fastify();
app.register(storefront, { prefix: setting('GENVORIS_MOUNT') });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
process.on('SIGTERM', () => app.close());`,
    basePath: '',
  },
  node: {
    imports: (create: string) =>
      `import { createServer } from 'node:http';\nimport { ${create} } from '@genvoris/storefront/node';`,
    create: 'createNodeStorefront',
    listen: `const server = createServer(storefront).listen(Number(process.env.PORT ?? 3000));
process.on('SIGTERM', () => storefront.close().then(() => server.close()));`,
    basePath: `\n  basePath: setting('GENVORIS_MOUNT'),`,
  },
  fetch: {
    imports: () =>
      `import { serve } from '@hono/node-server';\nimport { getConnInfo } from '@hono/node-server/conninfo';\nimport { Hono } from 'hono';`,
    create: 'createStorefront',
    listen: `// Hono on Node; whatever else has a \`Request\` and the address of who sent it asks \`storefront.fetch\` likewise.
const app = new Hono();
app.all('*', (context) => storefront.fetch(context.req.raw, getConnInfo(context).remote.address));
const server = serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
process.on('SIGTERM', () => storefront.close().then(() => server.close()));`,
    basePath: `\n  basePath: setting('GENVORIS_MOUNT'),`,
  },
} as const;

/** The program that `init` writes: TypeScript that Node runs as it is. */
export function writeCode({ platform, host, database, model }: Answers): string {
  const { imports, create, listen, basePath } = HOSTS[host];
  const ledger = model === 'FREE_ALL' || database === 'none' ? undefined : LEDGERS[database];
  const { imports: importsOf, option, identifies, tellsOrders } = PLATFORMS[platform];
  return `// Written by genvoris-shop init; it is yours to change. Run it with: node --env-file=.env genvoris.mts
import { ${host === 'fetch' ? 'createStorefront, ' : ''}createVault } from '@genvoris/storefront';
import { createVaultFolder } from '@genvoris/storefront/node';${importsOf}
${imports(create)}${ledger ? `\nimport { ${ledger[0]} } from '@genvoris/ledger/${database}';` : ''}

const storefront = ${create}({
  shopOrigin: setting('SHOP_ORIGIN'),${basePath}
  platform: ${option(ledger !== undefined)},
  // The key of .env, if it is there; else what genvoris-shop connect brought.
  apiKey: process.env.GENVORIS_API_KEY || undefined,
  webhookSecret: process.env.GENVORIS_WEBHOOK_SECRET || undefined,
  vault: createVault({
    secret: setting('GENVORIS_SECRET'),
    previousSecrets: (process.env.GENVORIS_PREVIOUS_SECRETS ?? '').split(',').filter(Boolean),
    storage: createVaultFolder(process.env.GENVORIS_VAULT || '.genvoris/vault'),
  }),
  secret: setting('GENVORIS_SECRET'),
  portalUrl: process.env.GENVORIS_PORTAL_URL || undefined,
  backendUrl: process.env.GENVORIS_BACKEND_URL || undefined,
${MODELS[model]}${ledger ? `\n  ledger: ${ledger[0]}(${ledger[1]}),${tellsOrders ? '' : `\n  orderSecret: setting('GENVORIS_ORDER_SECRET'),`}` : ''}${
  identifies
    ? ''
    : `
  // Who is signed in, by your shop's own session: \`{ id, email, sessionId }\`. Never read it from the body.
  identify: () => null,`
}
  onError: (report) => console.error(report.requestId, report.kind, report.message),
});

${listen}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(\`\${name} is not set; fill it in in .env\`);
  return value;
}
`;
}
