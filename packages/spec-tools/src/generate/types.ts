import { Worker } from 'node:worker_threads';
import type { Spec } from '../contract/bundle.ts';
import { SpecError } from '../contract/spec-error.ts';
import { header } from './source-text.ts';
import type { TypesAnswer, TypesRequest } from './types-worker.ts';

/** Makes types in a thread that starts to load at once. */
export function startTypes(): {
  sources(specs: readonly Spec[]): Promise<Map<string, string>>;
  stop(): void;
} {
  const worker = new Worker(new URL('types-worker.ts', import.meta.url));
  return {
    sources: async (specs) => {
      const answers = new Map<string, string>();
      await new Promise<void>((resolve, reject) => {
        worker.on('error', reject);
        worker.on('message', (answer: TypesAnswer) => {
          const spec = specs.find(({ name }) => name === answer.name);
          if (!spec) return;
          if ('problem' in answer) return reject(new SpecError(spec.file, '', answer.problem));
          answers.set(answer.name, header(spec.file) + answer.source);
          if (answers.size === specs.length) resolve();
        });
        for (const { name, document } of specs) {
          worker.postMessage({ name, document: JSON.stringify(document) } satisfies TypesRequest);
        }
        if (specs.length === 0) resolve();
      });
      return new Map(specs.map(({ name }) => [name, answers.get(name) ?? '']));
    },
    stop: () => void worker.terminate(),
  };
}
