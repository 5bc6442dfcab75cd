import { type ChildProcess, spawn } from 'node:child_process';

const SCRIPT = 'read -r _; kill -QUIT "$0" && while kill -0 "$0"; do sleep 0.1; done; rm -rf "$1"';

/**
 * Ends a server and removes its folder when this process, or this worker of it, is gone without having done so,
 * even by SIGKILL: a shell waits for the end of a pipe that only we hold. Not on Windows.
 */
export function endWithParent(
  server: ChildProcess,
  folder: string,
  user: { readonly uid: number; readonly gid: number } | undefined,
): void {
  if (process.platform === 'win32' || server.pid === undefined) return;
  // In a group of its own, so that Ctrl-C leaves it to do its work.
  const watch = spawn('/bin/sh', ['-c', SCRIPT, String(server.pid), folder], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    ...user,
  });
  watch.on('error', () => {});
  watch.unref();
  server.once('exit', () => watch.kill('SIGKILL'));
}
