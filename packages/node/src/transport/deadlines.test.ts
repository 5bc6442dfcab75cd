import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { handling } from '../../tests/loopback.ts';
import { Deadlines } from './deadlines.ts';
import { createTransport } from './transport.ts';

const expiring = () => ({ expire() {} });

it('gives each exchange its whole time, also one that takes over the clock of another', async () => {
  const url = await handling(async ({ url: path = '' }, response) => {
    if (path === '/never') return;
    if (path === '/slow') await sleep(400);
    response.end('answered');
  });
  const transport = createTransport({ timeoutMs: 600 });
  onTestFinished(() => void transport.close());
  const get = (path: string) => transport.request({ method: 'GET', url: url + path });
  expect(await get('/at-once')).toMatchObject({ ok: true });
  await sleep(300);
  // What is left of the first one's time would not do.
  expect(await get('/slow')).toMatchObject({ ok: true });
  expect(await get('/never')).toMatchObject({ failure: { kind: 'timeout', timeoutMs: 600 } });
  // The clock has gone off and begins anew.
  expect(await get('/slow')).toMatchObject({ ok: true });
  expect(await get('/never')).toMatchObject({ failure: { kind: 'timeout', timeoutMs: 600 } });
});

it('uses a clock again, and never one that still runs for another', () => {
  const deadlines = new Deadlines();
  const [first, second] = [deadlines.start(1000, expiring()), deadlines.start(1000, expiring())];
  expect(second).not.toBe(first);
  deadlines.stop(first);
  expect(deadlines.start(2000, expiring())).not.toBe(first);
  expect(deadlines.start(1000, expiring())).toBe(first);
});

it('keeps no clock for each of many durations', () => {
  const deadlines = new Deadlines();
  for (let duration = 1000; duration < 1100; duration++)
    deadlines.stop(deadlines.start(duration, expiring()));
  const last = deadlines.start(1099, expiring());
  deadlines.stop(last);
  expect(deadlines.start(1099, expiring())).not.toBe(last);
});

it('is silent once it is stopped', async () => {
  const deadlines = new Deadlines();
  let expired = 0;
  const deadline = deadlines.start(20, { expire: () => expired++ });
  deadlines.stop(deadline);
  await sleep(60);
  expect(expired).toBe(0);
});
