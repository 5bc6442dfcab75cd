// A process of its own for whatever decodes files of unknown origin (pictures.ts starts it).
import { PictureRejectedError } from '../photo/picture.ts';
import { JOBS, type JobAnswer, type JobRequest } from './jobs.ts';

process.on('message', ({ id, name, args }: JobRequest) => {
  const job = JOBS[name] as (...args: readonly unknown[]) => Promise<unknown>;
  job(...args).then(
    (result) => answer({ id, result }),
    (error: unknown) =>
      answer(
        error instanceof PictureRejectedError
          ? { id, rejected: error.reason, message: error.message }
          : { id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      ),
  );
});
// The portal is gone.
process.on('disconnect', () => process.exit());
// These are for the portal, which lets what is under way finish.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});

function answer(message: JobAnswer): void {
  process.send?.(message);
}
