/** One kind of request, the same for every subject. */
export interface Workload {
  name: string;
  method: 'GET' | 'POST';
  /** Below the mount path. */
  path: string;
  /** Bytes of the form, 0 for none. */
  bytes: number;
  connections: number;
  /** Requests that are measured as those of a start, before any other. */
  first: number;
  /** Requests before anything is measured as warm. */
  warmUp: number;
}

export const MOUNT = '/api/genvoris';
export const SHOP_ORIGIN = 'https://shop.example';
export const API_KEY = 'gvk_test_ALLOWED';
export const SHOPPER_HEADER = 'x-shopper';

const FIRST = 2_000;

export const WORKLOADS: readonly Workload[] = [
  {
    name: 'small GET',
    method: 'GET',
    path: '/status',
    bytes: 0,
    connections: 64,
    first: FIRST,
    warmUp: 40_000,
  },
  // What a shop pays whose shoppers do not come at once: no two questions are under way together, so none is shared.
  {
    name: 'small GET, one at a time',
    method: 'GET',
    path: '/status',
    bytes: 0,
    connections: 1,
    first: FIRST,
    warmUp: 8_000,
  },
  {
    name: '1 kB POST',
    method: 'POST',
    path: '/proxy/api/analyze',
    bytes: 1024,
    connections: 64,
    first: FIRST,
    warmUp: 40_000,
  },
  {
    name: '1 MB upload',
    method: 'POST',
    path: '/proxy/api/analyze',
    bytes: 1024 * 1024,
    connections: 16,
    first: 200,
    warmUp: 1_000,
  },
];

const BOUNDARY = 'genvoris-bench';

/** A form of about that many bytes. */
export function form(bytes: number): string {
  const head =
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="photo"; filename="me.jpg"\r\n` +
    'Content-Type: image/jpeg\r\n\r\n';
  const tail = `\r\n--${BOUNDARY}--\r\n`;
  return head + 'x'.repeat(Math.max(1, bytes - head.length - tail.length)) + tail;
}

export interface PreparedRequest {
  headers: Record<string, string>;
  body: string;
}

const FEW = 4;
const MANY = 16;

/** What signed-in shoppers of a shop send, each with an address, a cookie and a CSRF token of its own. */
export async function prepareRequests(url: string, workload: Workload): Promise<PreparedRequest[]> {
  const body = workload.bytes === 0 ? '' : form(workload.bytes);
  const shoppers = Array.from({ length: workload.bytes > 65_536 ? FEW : MANY }, (_, i) => i);
  return Promise.all(
    shoppers.map(async (shopper) => {
      const headers: Record<string, string> = {
        'X-Forwarded-For': `203.0.113.${shopper}`,
        Cookie: `session=${'0'.repeat(40)}${shopper}`,
        [SHOPPER_HEADER]: String(shopper),
      };
      if (workload.method === 'GET') return { headers, body };
      const nonce = await fetchNonce(url, headers);
      return {
        headers: {
          ...headers,
          Origin: SHOP_ORIGIN,
          'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`,
          ...nonce,
        },
        body,
      };
    }),
  );
}

/** Plain proxies pass the question on and have no token; the header then only takes its place. */
async function fetchNonce(url: string, headers: Record<string, string>): Promise<Record<string, string>> {
  const answer = await fetch(`${url}${MOUNT}/nonce`, { headers });
  const { nonce, header } = (await answer.json()) as { nonce?: string; header?: string };
  return { [header ?? 'X-WP-Nonce']: nonce ?? '69712fab73347a1eef9d62d465a87c84.totnqd' };
}
