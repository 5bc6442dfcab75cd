import { CannotRunError } from '../run/options.ts';
import { createCanaries } from '../upstream/canaries.ts';
import { ScriptedUpstream } from '../upstream/scripted-upstream.ts';

/** Hosts the run's upstream on a good day, for trying an adapter by hand, until it is interrupted. */
export async function upstreamCommand(flags: { port: number; host: string }): Promise<number> {
  const canaries = createCanaries('the key is not looked at', undefined);
  const upstream = await ScriptedUpstream.open({ ...flags, canaries }).catch((cause: Error) => {
    throw new CannotRunError('upstream_not_listening', `--port ${flags.port}: ${cause.message}`, { cause });
  });
  upstream.begin({});
  process.stdout.write(`The upstream answers at ${upstream.url}. Ctrl-C ends it.\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await upstream.close();
  return 0;
}
