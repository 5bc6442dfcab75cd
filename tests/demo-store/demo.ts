import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../apps/demo-store/src/main.ts', import.meta.url));

/** The demo shop as a process of its own, the way `npm start` runs it; without the portal unless asked for. */
export interface DemoProcess {
  process: ChildProcess;
  /** What it has said so far. */
  output(): string;
  /** Waits until it has said something, and gives back what. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  exited: Promise<number | null>;
}

export function runDemo(options: string[], env: Record<string, string> = {}): DemoProcess {
  const args = options.includes('--portal') ? options : [...options, '--no-portal'];
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, PORT: '', MOCK_PORT: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      for (const listener of listeners) listener();
    });
  }
  const exited = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    process: child,
    output: () => said,
    exited,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(said);
          if (!found) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        void exited.then((code) =>
          reject(new Error(`The demo ended with ${code} before ${pattern}:\n${said}`)),
        );
        look();
      }),
  };
}
