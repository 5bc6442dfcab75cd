import { createMock, type Mock } from '@genvoris/mock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import Genvoris from '../../src/compat.ts';
import { documentedMethods } from './documented-methods.ts';

const METHODS = documentedMethods({
  customer: 'ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B',
  known: 'wp_42',
  plan: 'pln_01JD8Z6T5V9M4K2Q7R3S8X1Y0A',
  endpoint: 'we_01JD8Z6T5V9M4K2Q7R3S8X1Y0D',
  jti: 'ses_01JDA1B2C3D4E5F6G7H8J9K0M1',
});

let mock: Mock;
beforeAll(async () => {
  mock = await createMock();
  await mock.warmUp();
});
afterAll(() => mock.close());

describe.each(['its own transport', 'a fetch of the caller'])('over %s', (way) => {
  it.each(METHODS)('%s does what its documentation says', async (_, call, request, answer, body) => {
    const seen: { url: string; init: RequestInit }[] = [];
    const gv = new Genvoris({
      apiKey: 'gvk_test_ALLOWED',
      baseUrl: `${mock.url}/api/v1`,
      ...(way === 'its own transport'
        ? {}
        : {
            fetch: (url, init = {}) => {
              seen.push({ url: String(url), init });
              return fetch(url, init);
            },
          }),
    });
    const given = await call(gv);
    if (answer === undefined) expect(given).toBe(undefined);
    else expect(given).toMatchObject(answer as object);
    if (way === 'its own transport') return;
    const [{ url, init } = { url: '', init: {} as RequestInit }] = seen;
    expect(`${init.method} ${url.slice(`${mock.url}/api/v1`.length)}`).toBe(request);
    expect(init.body === undefined ? undefined : JSON.parse(String(init.body))).toEqual(body);
    expect(init.headers).toMatchObject({
      Authorization: 'Bearer gvk_test_ALLOWED',
      Accept: 'application/json',
    });
  });
});
