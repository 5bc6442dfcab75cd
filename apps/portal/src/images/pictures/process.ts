// A process of its own for whatever decodes files of unknown origin (picture-process.ts starts it).
import { PictureRejectedError } from '../photo/picture.ts';
import { loadSharp } from '../photo/sharp.ts';
import { JOBS, type JobAnswer, type JobBounds, type JobRequest } from './jobs.ts';

const WATCH_MS = 50;

process.on('message', ({ name, args, bounds }: JobRequest) => {
  const job = JOBS[name] as (...args: readonly unknown[]) => Promise<unknown>;
  const watch = setInterval(stopAt(bounds), WATCH_MS);
  job(...args)
    .then(
      (result): JobAnswer => ({ result }),
      (error: unknown): JobAnswer =>
        error instanceof PictureRejectedError
          ? { rejected: error.reason, message: error.message }
          : { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    )
    .then((message) => {
      clearInterval(watch);
      answer(message);
    });
});
// The portal is gone.
process.on('disconnect', () => process.exit());
// These are for the portal, which lets what is under way finish.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});

/** A decoder cannot be told to stop; who started this process can end it. This thread is free: decoders have another. */
function stopAt({ cpuMs, memoryBytes }: JobBounds): () => void {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / 1_000 <= cpuMs && process.memoryUsage.rss() <= memoryBytes) return;
    answer({ overrun: true });
  };
}

function answer(message: JobAnswer): void {
  process.send?.(message);
}

await loadSharp();
answer({ ready: true });
