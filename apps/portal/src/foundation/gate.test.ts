import { expect, test } from 'vitest';
import { AbandonedError, createGate, type Gate, GateFullError } from './gate.ts';

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
const A = { owner: 'a' };
const B = { owner: 'b' };
const C = { owner: 'c' };

/** Work that notes its name when it is begun, and ends at once. */
function noting(gate: Gate) {
  const order: string[] = [];
  const run = (name: string, size?: number) =>
    gate.run(
      { owner: name[0] ?? '' },
      async () => {
        order.push(name);
        await turn();
      },
      size,
    );
  return { order, run };
}

test('as many are in at a time as there is room for, the others in order', async () => {
  const gate = createGate({ room: 2, share: 2, waiting: 9 });
  const all = [work(), work(), work(), work()];
  const done = all.map(({ run }) => gate.run(A, run));
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
  const gate = createGate({ room: 10, share: 10, waiting: 9 });
  const [small, huge, next] = [work(), work(), work()];
  const done = [gate.run(A, small.run, 3), gate.run(A, huge.run, 99), gate.run(A, next.run, 1)];
  await turn();
  expect([huge.begun(), next.begun()]).toEqual([false, false]);
  small.end();
  await turn();
  expect([huge.begun(), next.begun()]).toEqual([true, false]);
  huge.end();
  next.end();
  await Promise.all(done);
});

test('an owner takes no more than its share, and what is left is for the others', async () => {
  const gate = createGate({ room: 3, share: 2, waiting: 9 });
  const [a1, a2, a3, b1] = [work(), work(), work(), work()];
  const done = [gate.run(A, a1.run), gate.run(A, a2.run), gate.run(A, a3.run), gate.run(B, b1.run)];
  await turn();
  expect([a1, a2, a3, b1].map(({ begun }) => begun())).toEqual([true, true, false, true]);
  for (const { end } of [a1, a2, a3, b1]) end();
  await Promise.all(done);
});

test('owners take turns, however many one of them has in line', async () => {
  const gate = createGate({ room: 1, share: 1, waiting: 9 });
  const { order, run } = noting(gate);
  const names = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1'];
  await Promise.all(names.map((name) => run(name)));
  expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4']);
});

test('the owner that has least is next', async () => {
  const gate = createGate({ room: 10, share: 8, waiting: 9 });
  const [a1, a2] = [work(), work()];
  const held = [gate.run(A, a1.run, 4), gate.run(A, a2.run, 4)];
  const { order, run } = noting(gate);
  const done = [run('a3', 4), run('b1', 4)];
  a1.end();
  await Promise.all(done.slice(1));
  expect(order[0]).toBe('b1');
  a2.end();
  await Promise.all([...held, ...done]);
});

test('who comes when the line of its owner is full is turned away, and work that fails makes room', async () => {
  const gate = createGate({ room: 1, share: 1, waiting: 1 });
  const first = work();
  const failing = gate.run(A, async () => {
    await first.run();
    throw new Error('failed');
  });
  const second = gate.run(A, async () => 'second');
  await expect(gate.run(A, async () => {})).rejects.toThrow(GateFullError);
  const other = gate.run(B, async () => 'other');
  first.end();
  await expect(failing).rejects.toThrow('failed');
  expect([await second, await other]).toEqual(['second', 'other']);
  expect(await gate.run(C, async () => 'third')).toBe('third');
});

test('who has gone leaves the line, its work is not begun, and the next is let in', async () => {
  const gate = createGate({ room: 2, share: 2, waiting: 2 });
  const [first, large, small] = [work(), work(), work()];
  const leaving = new AbortController();
  const done = gate.run(A, first.run, 1);
  const gone = gate.run({ owner: 'a', signal: leaving.signal }, large.run, 2);
  const next = gate.run(A, small.run, 1);
  await turn();
  expect(small.begun()).toBe(false);
  leaving.abort();
  await expect(gone).rejects.toThrow(AbandonedError);
  await turn();
  expect([large.begun(), small.begun()]).toEqual([false, true]);
  await expect(gate.run({ owner: 'a', signal: leaving.signal }, large.run)).rejects.toThrow(AbandonedError);
  first.end();
  small.end();
  await Promise.all([done, next]);
});
