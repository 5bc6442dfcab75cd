import { once } from 'node:events';
import type { Command } from 'commander';
import { CannotRunError } from '../core/cells/errors.ts';
import { createCanaries } from '../subjects/adapter/upstream/canaries.ts';
import { ScriptedUpstream } from '../subjects/adapter/upstream/scripted-upstream.ts';
import { finish, interruptible } from './frame.ts';
import { parsePort } from './options.ts';

export function addUpstreamCommand(program: Command): void {
  program
    .command('upstream')
    .description('host the run’s upstream on a good day, for trying an adapter by hand')
    .option('-p, --port <number>', 'port to listen on; 0 picks a free one', parsePort, 4020)
    .option('--host <address>', 'address to listen at', '127.0.0.1')
    .action(finish(host));
}

async function host(flags: { port: number; host: string }): Promise<number> {
  const canaries = createCanaries('the key is not looked at', undefined);
  const upstream = await ScriptedUpstream.open({ ...flags, canaries }).catch((cause: Error) => {
    throw new CannotRunError('upstream_not_listening', `--port ${flags.port}: ${cause.message}`, { cause });
  });
  upstream.begin({});
  process.stdout.write(`The upstream answers at ${upstream.url}. Ctrl-C ends it.\n`);
  await interruptible((signal) => once(signal, 'abort'));
  await upstream.close();
  return 0;
}
