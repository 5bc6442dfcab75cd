import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Spec } from '../contract/bundle.ts';
import { SpecError } from '../contract/spec-error.ts';
import { header } from './source-text.ts';
import type { TypesAnswer } from './types-worker.ts';

/** Makes types in a thread that starts to load at once. */
export function startTypes(): {
  sources(specs: readonly Spec[]): Promise<Map<string, string>>;
  stop(): void;
} {
  const worker = new Worker(new URL('types-worker.ts', import.meta.url));
  return {
    sources: async (specs) => {
      worker.postMessage(specs.map((spec) => ({ ...spec, document: JSON.stringify(spec.document) })));
      const [answer] = (await once(worker, 'message')) as [TypesAnswer];
      if ('problem' in answer) throw new SpecError(answer.file, '', answer.problem);
      return new Map(specs.map(({ name, file }) => [name, header(file) + answer.sources.get(name)]));
    },
    stop: () => void worker.terminate(),
  };
}
