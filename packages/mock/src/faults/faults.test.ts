import { FAULT_NAMES, type FaultName } from '@genvoris/contract';
import { exchangeRaw, type RawExchange } from '@genvoris/testing/raw-wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScenarioServer, type ScenarioServer } from '../scenario-server.ts';
import { holdClosedPort, UNRESOLVABLE_URL } from './addresses.ts';

let server: ScenarioServer;

beforeAll(async () => {
  server = await createScenarioServer({
    faults: { dripIntervalMs: 5, settleMs: 20, oversizeBytes: 4 * 1024 * 1024 },
  });
  await server.warmUp();
});

afterAll(() => server.close());

interface Seen {
  head: string;
  body: string;
  bytes: number;
  end: RawExchange['end'];
}

async function ask(fault: FaultName, patienceMs = 300): Promise<Seen> {
  const request = `GET /status?api_key=gvk_test_fault_${fault} HTTP/1.1\r\nHost: mock\r\n\r\n`;
  const { text, end } = await exchangeRaw(server.url, request, { patienceMs });
  const [head = '', ...body] = text.split('\r\n\r\n');
  return { head, body: body.join('\r\n\r\n'), bytes: text.length, end };
}

function contentLength({ head }: Seen): number {
  return Number(/^content-length: (\d+)$/im.exec(head)?.[1]);
}

// A fault that is added to the contract does not compile until this says what it looks like.
const EXPECTATIONS: Record<FaultName, (seen: Seen) => void> = {
  refused: ({ bytes, end }) => expect({ bytes, end }).toEqual({ bytes: 0, end: 'reset' }),
  unresolvable: ({ bytes, end }) => expect({ bytes, end }).toEqual({ bytes: 0, end: 'reset' }),
  reset_before_headers: ({ bytes, end }) => expect({ bytes, end }).toEqual({ bytes: 0, end: 'reset' }),
  reset_mid_body: (seen) => {
    expect(seen.end).toBe('reset');
    expect(seen.head).toContain('HTTP/1.1 200 OK');
    expect(seen.body.length).toBeGreaterThan(0);
    expect(seen.body.length).toBeLessThan(contentLength(seen));
  },
  stall_before_headers: ({ bytes, end }) => expect({ bytes, end }).toEqual({ bytes: 0, end: 'open' }),
  stall_mid_body: (seen) => {
    expect(seen.end).toBe('open');
    expect(seen.body.length).toBeGreaterThan(0);
    expect(seen.body.length).toBeLessThan(contentLength(seen));
  },
  truncated: (seen) => {
    expect(seen.end).toBe('closed');
    expect(seen.body.length).toBeLessThan(contentLength(seen));
  },
  not_json: (seen) => {
    expect(seen.head).toMatch(/^content-type: application\/json$/im);
    expect(seen.body.length).toBe(contentLength(seen));
    expect(() => JSON.parse(seen.body)).toThrow();
  },
  wrong_content_type: (seen) => {
    expect(seen.head).toMatch(/^content-type: text\/html/im);
    expect(JSON.parse(seen.body)).toMatchObject({ access: 'ALLOWED' });
  },
  empty: (seen) => {
    expect(seen.head).toContain('HTTP/1.1 200 OK');
    expect(contentLength(seen)).toBe(0);
    expect(seen.body).toBe('');
  },
  html_500: (seen) => {
    expect(seen.head).toContain('HTTP/1.1 500 Internal Server Error');
    expect(seen.body).toContain('<!doctype html>');
  },
  redirect: (seen) => {
    expect(seen.head).toContain('HTTP/1.1 307 Temporary Redirect');
    const location = /^location: (.+)$/im.exec(seen.head)?.[1] ?? '';
    expect(new URL(location).origin).not.toBe(server.url);
  },
  oversize: ({ bytes, body, end }) => {
    expect(bytes).toBeGreaterThan(4 * 1024 * 1024);
    // Bounded, and never a complete answer.
    expect(bytes).toBeLessThan(6 * 1024 * 1024);
    expect(end).toBe('closed');
    expect(body).not.toMatch(/\r\n0\r\n\r\n$/);
  },
  slow_drip: ({ body, end }) => {
    expect(end).toBe('open');
    expect(body.slice(0, 18)).toBe('1\r\n{\r\n1\r\n"\r\n1\r\na\r\n');
  },
};

describe('a fault', () => {
  it.each(FAULT_NAMES)('%s is on the wire what its name says', async (fault) => {
    // What ends does so at once, but for a machine with other things to do; some faults never end.
    const seen = await ask(fault, 300);
    try {
      EXPECTATIONS[fault](seen);
    } catch {
      EXPECTATIONS[fault](await ask(fault, 5_000));
    }
  });

  it('closes what it left open when the server closes', async () => {
    await using own = await createScenarioServer();
    own.use('getStatus', { fault: 'stall_before_headers' });
    const asking = fetch(`${own.url}/status`);
    await own.waitForRequest(({ state }) => state === 'faulted');
    await own.close();
    await expect(asking).rejects.toThrow();
  });

  it('takes the whole upload before it stalls', async () => {
    const leaving = new AbortController();
    let answered = false;
    const upload = fetch(`${server.url}/api/tryon`, {
      method: 'POST',
      body: new Uint8Array(1_000_000),
      headers: { authorization: 'Bearer gvk_test_fault_stall_before_headers' },
      signal: leaving.signal,
    }).then(() => {
      answered = true;
    });
    await server.waitForRequest(
      ({ scenario, bytesReceived }) =>
        scenario === 'fault_stall_before_headers' && bytesReceived === 1_000_000,
    );
    expect(answered).toBe(false);
    leaving.abort();
    await expect(upload).rejects.toThrow();
  });

  it('is struck on operations that answer without a body too', async () => {
    const answer = await fetch(`${server.url}/api/v1/plans/p`, {
      method: 'DELETE',
      headers: { authorization: 'Bearer gvk_test_fault_not_json' },
    });
    expect(answer.status).toBe(200);
    await expect(answer.json()).rejects.toThrow();
  });
});

describe('following the redirect', () => {
  it('is noticed, with method and body', async () => {
    server.clearRequests();
    const answer = await fetch(`${server.scenarioUrl('fault_redirect')}/api/tryon/track`, {
      method: 'POST',
      body: '{"api_key":"leak"}',
    });
    expect(answer.status).toBe(200);
    expect(server.followed).toHaveLength(1);
    expect(server.followed[0]).toMatchObject({ method: 'POST' });
    expect(server.followed[0]?.json()).toEqual({ api_key: 'leak' });
  });
});

describe('the addresses that no server can fake', () => {
  it('refuse a connection, for as long as the port is held', async () => {
    const closed = await holdClosedPort();
    await expect(fetch(closed.url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await closed.release();
  });

  it('do not resolve', async () => {
    await expect(fetch(UNRESOLVABLE_URL)).rejects.toMatchObject({
      cause: { code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) },
    });
  });
});
