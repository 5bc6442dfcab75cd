import { expect, test } from 'vitest';
import { createStorefront, createVault, createVaultMemory, type ErrorReport } from '../src/index.ts';
import { SHOP } from './browser.ts';
import { useUpstream } from './upstream.ts';

const upstream = useUpstream();
const SECRET = 'the secret of the host, 0123456789 0123';

function openShop(secret = SECRET) {
  const storage = createVaultMemory();
  const reports: ErrorReport[] = [];
  const { apiKey: _, ...rest } = upstream.options;
  const storefront = createStorefront({
    ...rest,
    vault: createVault({ secret, storage }),
    guests: true,
    onError: (report) => reports.push(report),
  });
  const status = async () => {
    const answer = await storefront.fetch(new Request(`${SHOP}/status`));
    return [answer.status, (await answer.json()) as { code?: string; access?: string }] as const;
  };
  return { storage, reports, status };
}

test('a shop without a key is not set up, until another process has connected it', async () => {
  const { storage, reports, status } = openShop();
  for (let n = 0; n < 3; n++) expect(await status()).toMatchObject([401, { code: 'invalid_api_key' }]);
  expect(reports).toMatchObject([{ kind: 'not_connected', requestId: '', code: undefined }]);
  await createVault({ secret: SECRET, storage }).write('api-key', 'gvk_test_ALLOWED');
  await expect.poll(status).toMatchObject([200, { access: 'ALLOWED' }]);
});

test('a key that cannot be opened asks for a connect and fails nothing else', async () => {
  const { storage, reports, status } = openShop(SECRET.toUpperCase());
  await createVault({ secret: SECRET, storage }).write('api-key', 'gvk_test_canary');
  for (let n = 0; n < 3; n++) expect(await status()).toMatchObject([401, { code: 'invalid_api_key' }]);
  expect(reports).toMatchObject([{ kind: 'reconnect_needed' }]);
  expect(JSON.stringify(reports)).not.toMatch(/canary|gv1\./);
  expect(upstream.server.requests).toEqual([]);
});

test('no secret of the vault reaches the log', async () => {
  const { storage, reports, status } = openShop();
  storage.get = () => {
    throw new Error(`no access with ${SECRET} to whsec_canary and ${encodeURIComponent(SECRET)}`);
  };
  expect(await status()).toMatchObject([500, { code: 'internal_error' }]);
  expect(reports).toMatchObject([{ kind: 'internal', message: expect.stringContaining('no access') }]);
  expect(JSON.stringify(reports)).not.toMatch(/secret of the host|canary/);
});
