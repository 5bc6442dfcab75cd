#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { Command } from 'commander';
import { EXIT_CODES } from './cli/options.ts';
import { addProviderCommand } from './cli/provider-command.ts';
import { addRunCommand } from './cli/run-command.ts';
import { addUpstreamCommand } from './cli/upstream-command.ts';
import { addWidgetCommand } from './cli/widget-command.ts';

enableCompileCache();
// As any tool ends whose reader has seen enough: `| head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(141);
});

const program = new Command('genvoris-conformance')
  .description('Holds a Genvoris consumer, in any language, to the contracts.')
  .addHelpText('after', EXIT_CODES)
  .configureOutput({
    outputError: (text, write) => write(`genvoris-conformance: ${text.replace(/^error: /, '')}`),
  });
for (const add of [addRunCommand, addWidgetCommand, addProviderCommand, addUpstreamCommand]) add(program);
for (const command of [program, ...program.commands]) {
  command.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2)).showSuggestionAfterError();
}

await program.parseAsync();
