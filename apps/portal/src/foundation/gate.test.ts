import { expect, test } from 'vitest';
import { createGate, GateFullError } from './gate.ts';

/** Work that ends when it is told to. */
function work() {
  let begun = false;
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = () => {
    begun = true;
    return ended;
  };
  return { run, end, begun: () => begun };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('as many are in at a time as there is room for, the others in order', async () => {
  const gate = createGate({ room: 2, waiting: 9 });
  const all = [work(), work(), work(), work()];
  const done = all.map(({ run }) => gate.run(run));
  await turn();
  expect(all.map(({ begun }) => begun())).toEqual([true, true, false, false]);
  all[1]?.end();
  await done[1];
  await turn();
  expect(all.map(({ begun }) => begun())).toEqual([true, true, true, false]);
  for (const { end } of all) end();
  await Promise.all(done);
});

test('a large one is not overtaken for ever by small ones, and one that is too large comes alone', async () => {
  const gate = createGate({ room: 10, waiting: 9 });
  const [small, huge, next] = [work(), work(), work()];
  const done = [gate.run(small.run, 3), gate.run(huge.run, 99), gate.run(next.run, 1)];
  await turn();
  expect([huge.begun(), next.begun()]).toEqual([false, false]);
  small.end();
  await turn();
  expect([huge.begun(), next.begun()]).toEqual([true, false]);
  huge.end();
  next.end();
  await Promise.all(done);
});

test('a caller who comes when the line is full is turned away, and work that fails makes room', async () => {
  const gate = createGate({ room: 1, waiting: 1 });
  const first = work();
  const failing = gate.run(async () => {
    await first.run();
    throw new Error('failed');
  });
  const second = gate.run(async () => 'second');
  await expect(gate.run(async () => {})).rejects.toThrow(GateFullError);
  first.end();
  await expect(failing).rejects.toThrow('failed');
  expect(await second).toBe('second');
  expect(await gate.run(async () => 'third')).toBe('third');
});
