import { EVENT_METADATA_BOUNDS } from '@genvoris/contract';
import { describe, expect, test } from 'vitest';
import { setBed } from './bed.ts';
import { SHOP } from './browser.ts';
import { HOSTS } from './hosts.ts';

const EVENT = { sessionId: 'visit-1', eventType: 'WIDGET_OPENED', productId: 'dress-42' };
const ONE = HOSTS.filter(({ name }) => name === 'Node');

describe.each(ONE)('the events of the widget', (host) => {
  const bed = setBed(host);
  const { guest, shopper, upstreamRequests } = bed;
  const send = (body: unknown, headers: Record<string, string> = {}, from = guest()) =>
    from.send({
      method: 'POST',
      path: '/events',
      headers: { Origin: SHOP, 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  test('go on with the platform and without anything of the shopper', async () => {
    const answer = await send(
      { events: [EVENT, { ...EVENT, metadata: { a: 1, platform: 'shopify' } }] },
      {},
      shopper(),
    );
    expect(answer).toMatchObject({ status: 202, json: { accepted: 2 } });
    const [request] = upstreamRequests('trackEvents');
    const metadata = { platform: 'custom' };
    expect(JSON.parse(String(request?.body))).toEqual({
      events: [
        { ...EVENT, metadata },
        { ...EVENT, metadata: { a: 1, ...metadata } },
      ],
    });
    expect(bed.upstream.requests).toHaveLength(1);
  });

  test('over the limit are refused in words about the request, not about a photo', async () => {
    const metadata = { a: 'x'.repeat(2_000) };
    const answer = await send({ events: Array(40).fill({ ...EVENT, metadata }) });
    expect(answer).toMatchObject({
      status: 413,
      json: { code: 'payload_too_large', message: 'The request is too large.' },
    });
    expect(bed.upstream.requests).toHaveLength(0);
  });

  test('are taken from the page of the shop alone, token or not', async () => {
    const foreign = { Origin: 'https://evil.example' };
    expect(await send({ events: [EVENT] }, foreign)).toMatchObject({
      status: 403,
      json: { code: 'cross_origin' },
    });
    expect(await send({ events: [EVENT] }, { Origin: '', Referer: '' })).toMatchObject({ status: 403 });
    expect(await send({ events: [EVENT] })).toMatchObject({ status: 202 });
  });

  test.each([
    ['no body', ''],
    ['no list', {}],
    ['an empty list', { events: [] }],
    ['too many', { events: Array(51).fill(EVENT) }],
    ['an unknown type', { events: [{ ...EVENT, eventType: 'PURCHASED' }] }],
    ['a field that is none', { events: [{ ...EVENT, email: 'ada@shop.example' }] }],
    ['a text the portal cannot keep', { events: [{ ...EVENT, productId: 'a\u0000' }] }],
    [
      'half of a pair of surrogates',
      '{"events":[{"sessionId":"s","eventType":"CLOSED","metadata":{"a":"\\ud83e"}}]}',
    ],
    [
      'too much metadata',
      { events: [{ ...EVENT, metadata: { a: 'x'.repeat(EVENT_METADATA_BOUNDS.maxBytes) } }] },
    ],
    [
      'too many keys',
      {
        events: [
          {
            ...EVENT,
            metadata: Object.fromEntries(
              Array.from({ length: EVENT_METADATA_BOUNDS.maxKeys }, (_, n) => [`k${n}`, n]),
            ),
          },
        ],
      },
    ],
  ])('with %s are refused before they leave the shop', async (_, body) => {
    expect(await send(body)).toMatchObject({ status: 400, json: { code: 'invalid_request' } });
    expect(bed.upstream.requests).toHaveLength(0);
  });
});
