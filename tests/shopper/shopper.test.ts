import { createGenvoris, type Genvoris } from '@genvoris/node';
import {
  createLog,
  createPortalOn,
  MovableClock,
  openDatabase,
  type PortalServer,
  readConfig,
  servePortal,
} from '@genvoris/portal';
import {
  createStorefront,
  type ErrorReport,
  type ShopperIdentity,
  type Storefront,
} from '@genvoris/storefront';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStore } from '../provider/portal-stores.ts';

// What a shop says of its shoppers, through the storefront and into the real portal.

let server: PortalServer;
let genvoris: Genvoris;
let storefront: Storefront;
let identity: unknown;
const reports: ErrorReport[] = [];

beforeAll(async () => {
  const config = readConfig({
    PORT: '0',
    GENVORIS_SECRET: 'a secret of the shopper tests, 32 bytes and more',
    GENVORIS_INTERNAL_SECRET: 'internal secret of the shopper tests',
    GENVORIS_RATE_LIMIT_SCALE: '0',
    LOG_LEVEL: 'silent',
  });
  const database = await openDatabase({ kind: 'pglite', folder: 'memory://' });
  const portal = await createPortalOn(database, {
    config,
    log: createLog('silent'),
    clock: new MovableClock(),
  });
  server = await servePortal(portal, { workers: false });
  const { apiKey } = await openStore(portal);
  const reached = { apiKey, portalUrl: server.url, backendUrl: server.url };
  genvoris = createGenvoris(reached);
  storefront = createStorefront({
    ...reached,
    shopOrigin: 'https://shop.example',
    identify: () => identity as ShopperIdentity,
    onError: (report) => reports.push(report),
  });
});
beforeEach(() => void reports.splice(0));
afterAll(async () => {
  await storefront.close();
  await genvoris.close();
  await server.close();
});

async function visit(as: unknown) {
  identity = as;
  const answer = await storefront.fetch(new Request('https://shop.example/status'));
  return { status: answer.status, body: (await answer.json()) as { sessionToken?: string } };
}

const customer = async (id: string) =>
  (await genvoris.v1.GET('/api/v1/customers/{id}', { params: { path: { id } } })).data;

test('a shopper goes on whose details the contract refuses, and the others are kept', async () => {
  const nested = { deep: { er: ['secret'] } };
  const metadata = {
    plan: 'gold',
    nested,
    big: 5n,
    none: Number.NaN,
    half: '\ud83e',
    nul: 'a\0',
    skip: undefined,
  };
  const { status, body } = await visit({ id: 3, email: '', metadata, sessionId: {} });
  expect(status).toBe(200);
  expect(body.sessionToken).toEqual(expect.any(String));
  expect(await customer('external_3')).toMatchObject({ email: null, metadata: { plan: 'gold' } });
  expect(reports.map(({ kind }) => kind)).toEqual(Array(7).fill('identity_ignored'));
  const told = reports.map(({ message }) => message.split(' ')[0]);
  const broken = ['nested', 'big', 'none', 'half', 'nul'].map((key) => `metadata.${key}`);
  expect(told).toEqual(['sessionId', 'email', ...broken]);
  expect(JSON.stringify(reports)).not.toContain('secret');
});

test.each<[string, ShopperIdentity['metadata']]>([
  ['keys', Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`key${at}`, at]))],
  ['bytes', { note: 'ü'.repeat(2043) }],
])('too many %s of metadata leave the email', async (_, metadata) => {
  expect((await visit({ id: `many ${_}`, email: 'ada@shop.example', metadata })).status).toBe(200);
  expect(await customer(`external_many ${_}`)).toMatchObject({ email: 'ada@shop.example', metadata: {} });
  expect(reports).toMatchObject([{ kind: 'identity_ignored', message: expect.stringMatching(/^metadata /) }]);
});

test('what the storefront takes the portal takes', async () => {
  const metadata = { control: '\u0001\u001f\u007f', emoji: '🧥', 'a key': '', note: 'x'.repeat(3900) };
  const longest = 'i'.repeat(255 - 'external_'.length);
  for (const id of [longest, '\u0080', ' ', '/', '..', '%', '🧥', 5n]) {
    expect((await visit({ id, email: 'ada@shop.example', metadata })).status).toBe(200);
    expect(await customer(`external_${id}`)).toMatchObject({ email: 'ada@shop.example', metadata });
  }
  expect(reports).toEqual([]);
});

test('whoever has no usable id is a guest, and the shop is told', async () => {
  for (const id of [undefined, '', Number.NaN, `${'i'.repeat(300)}`, 'a\0', '\u0001', 'a\ufeff']) {
    const { status, body } = await visit({ id });
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('sessionToken');
  }
  expect(reports.map(({ message }) => message.split(' ')[0])).toEqual(Array(7).fill('id'));
});
