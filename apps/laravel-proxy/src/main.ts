#!/usr/bin/env node
import { startLaravelProxy } from './laravel-proxy.ts';
import { ConfigurationError, readVariables, VARIABLES } from './variables.ts';

const HELP = `genvoris-laravel-proxy

Serves the Genvoris storefront next to a Laravel application: same origin, below ${VARIABLES.GENVORIS_MOUNT.fallback},
with the shopper that Sanctum's /api/user names. Route that path here in your web server and leave the rest
to Laravel. GET /health answers 200, and 503 while it shuts down.

Environment:
${Object.entries(VARIABLES)
  .map(([name, variable]) => {
    const given =
      'required' in variable
        ? 'required'
        : 'fallback' in variable
          ? `default ${variable.fallback}`
          : 'optional';
    return `  ${name} (${given})\n      ${variable.description}.`;
  })
  .join('\n')}
`;

async function main(): Promise<void> {
  const [argument] = process.argv.slice(2);
  if (argument === '--help' || argument === '-h') {
    process.stdout.write(HELP);
    return;
  }
  if (argument !== undefined) {
    throw new ConfigurationError([`There is no option ${argument}; environment variables configure it.`]);
  }
  const proxy = await startLaravelProxy(readVariables(process.env), (report) => {
    process.stderr.write(`${JSON.stringify({ level: 'error', ...report })}\n`);
  });
  process.stdout.write(`${JSON.stringify({ level: 'info', message: `listening at ${proxy.url}` })}\n`);
  let ending = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // A second signal means now.
      if (ending) process.exit(1);
      ending = true;
      void proxy.close().then(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  if (!(error instanceof ConfigurationError)) throw error;
  process.stderr.write(`genvoris-laravel-proxy: ${error.message}\nSee --help.\n`);
  process.exitCode = 2;
});
