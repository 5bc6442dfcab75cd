import { test } from 'vitest';
import { createMemoryLedger } from '../src/memory.ts';
import { runModel } from './model-run.ts';

test('long', { timeout: 400000 }, async () => {
  for (let n = 0; n < 20; n += 1) {
    const l = createMemoryLedger();
    await l.open();
    await runModel(l, 300);
    const v = await l.verify();
    if (v.problems.length) throw new Error(v.problems.join('\n'));
  }
});
