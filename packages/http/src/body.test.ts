import { expect, test } from 'vitest';
import { limitBody, readBody } from './body.ts';

function body(...sizes: number[]) {
  const state = { given: 0, ended: false };
  async function* pieces() {
    try {
      for (const size of sizes) {
        state.given += 1;
        yield new Uint8Array(size).fill(state.given);
      }
    } finally {
      state.ended = true;
    }
  }
  return Object.assign(pieces(), { state });
}

test.each([
  [[], 0],
  [[3], 3],
  [[2, 0, 1], 3],
])('a body of %j bytes is read whole', async (sizes, length) => {
  expect((await readBody(body(...sizes), length))?.byteLength).toBe(length);
});

test('its pieces stay in their order', async () => {
  expect(await readBody(body(1, 2, 1), 4)).toEqual(new Uint8Array([1, 2, 2, 3]));
});

test('one over the limit is not read to its end, and its stream is ended', async () => {
  const long = body(2, 2, 2);
  expect(await readBody(long, 3)).toBe(undefined);
  expect(long.state).toEqual({ given: 2, ended: true });
});

test('what fails while it is read fails the reading', async () => {
  const broken = (async function* () {
    yield new Uint8Array(1);
    throw new Error('gone');
  })();
  await expect(readBody(broken, 10)).rejects.toThrow('gone');
});

test('a body that is passed on throws at the piece that is over the limit', async () => {
  const seen: number[] = [];
  const limited = async () => {
    for await (const piece of limitBody(body(2, 1, 1), 3, (limit) => new Error(`over ${limit}`)))
      seen.push(piece.byteLength);
  };
  await expect(limited()).rejects.toThrow('over 3');
  expect(seen).toEqual([2, 1]);
});
