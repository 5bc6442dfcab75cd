import { createInterface } from 'node:readline/promises';
import { UsageError } from './usage-error.ts';

/** Who sits at the terminal, to be asked. Questions go to stderr: stdout is for what a command makes. */
export interface Terminal {
  /** What is answered, trimmed. @throws UsageError once there is no more answer (^D, ^C) */
  ask(question: string): Promise<string>;
  close(): void;
}

/** `undefined` where nobody is there, as in a script. */
export function openTerminal(): Terminal | undefined {
  if (!process.stdin.isTTY) return undefined;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  // Keeps what was typed ahead, and ends with the input: a question nobody will answer would leave without a word.
  const answers = lines[Symbol.asyncIterator]();
  return {
    async ask(question) {
      lines.setPrompt(question);
      lines.prompt();
      const { value, done } = await answers.next();
      if (done) throw new UsageError('nothing was answered, and nothing was done');
      return value.trim();
    },
    close: () => lines.close(),
  };
}
