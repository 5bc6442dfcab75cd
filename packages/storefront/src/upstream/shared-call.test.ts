import { expect, test } from 'vitest';
import type { CancelSignal } from '../exchange/cancellation.ts';
import { createSharedCall } from './shared-call.ts';

function setUp() {
  const calls: { signal: CancelSignal; end: PromiseWithResolvers<string> }[] = [];
  const shared = createSharedCall((signal) => {
    const end = Promise.withResolvers<string>();
    calls.push({ signal, end });
    return end.promise;
  }, 'left');
  return { calls, shared };
}

const staying = () => new AbortController().signal;

test('gives one result to all who came while it was in flight, and keeps nothing', async () => {
  const { calls, shared } = setUp();
  const both = [shared(staying()), shared(staying())];
  calls[0]?.end.resolve('first');
  expect(await Promise.all(both)).toEqual(['first', 'first']);
  const next = shared(staying());
  calls[1]?.end.resolve('second');
  expect(await next).toBe('second');
});

test('goes on for those who stay', async () => {
  const { calls, shared } = setUp();
  const leaving = new AbortController();
  const [leaves, stays] = [shared(leaving.signal), shared(staying())];
  leaving.abort();
  expect(await leaves).toBe('left');
  expect(calls[0]?.signal.aborted).toBe(false);
  calls[0]?.end.resolve('result');
  expect(await stays).toBe('result');
});

test('is aborted when the last one leaves, and is not joined after that', async () => {
  const { calls, shared } = setUp();
  const leaving = [new AbortController(), new AbortController()];
  const asked = leaving.map(({ signal }) => shared(signal));
  for (const controller of leaving) controller.abort();
  expect(await Promise.all(asked)).toEqual(['left', 'left']);
  expect(calls[0]?.signal.aborted).toBe(true);
  void shared(staying());
  expect(calls).toHaveLength(2);
});

test('is not started for somebody who has left already', async () => {
  const { calls, shared } = setUp();
  expect(await shared(AbortSignal.abort())).toBe('left');
  expect(calls).toHaveLength(0);
});

test('fails for all when it fails', async () => {
  const { calls, shared } = setUp();
  const both = [shared(staying()), shared(staying())];
  calls[0]?.end.reject(new Error('broken'));
  await expect(both[0]).rejects.toThrow('broken');
  await expect(both[1]).rejects.toThrow('broken');
});
