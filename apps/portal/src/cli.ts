#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Compiled code is kept between starts: the difference is a third of the time to the first answer.
enableCompileCache();
// As any tool ends whose reader has seen enough: `| head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(141);
});
const { main } = await import('./surfaces/commands/main.ts');
await main(process.argv);
