import { type RawAnswer, type RawRequest, rawRequest } from '@genvoris/testing/raw-request';

export const SHOP = 'https://shop.example';
const BOUNDARY = 'genvoris-boundary';

let visitors = 0;

/** A visitor of the shop: an address, a cookie jar, the shop's origin and the token of `GET /nonce`. */
export class Browser {
  readonly address: string;
  readonly cookies = new Map<string, string>();
  readonly #base: string;
  #token: { header: string; nonce: string } | undefined;

  constructor(base: string, shopper?: string) {
    this.#base = base;
    visitors++;
    this.address = `203.0.${113 + (visitors >> 8)}.${visitors & 255}`;
    if (shopper !== undefined) this.cookies.set('shopper', shopper);
  }

  async send(request: RawRequest & { headers?: Record<string, string> }): Promise<RawAnswer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await rawRequest(this.#base, {
      ...request,
      headers: { 'X-Forwarded-For': this.address, ...(cookie && { Cookie: cookie }), ...request.headers },
    });
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return answer;
  }

  status(): Promise<RawAnswer> {
    return this.send({ path: '/status?product_id=dress-42' });
  }

  /** The headers a mutation of the shop's own page has. */
  async ownHeaders(): Promise<Record<string, string>> {
    this.#token ??= (await this.send({ path: '/nonce' })).json;
    const { header, nonce } = this.#token as { header: string; nonce: string };
    return { Origin: SHOP, [header]: nonce };
  }

  async post(path: string, request: Partial<RawRequest> & { headers?: Record<string, string> } = {}) {
    const headers = { ...(await this.ownHeaders()), ...request.headers };
    return this.send({ method: 'POST', path, ...request, headers });
  }

  upload(
    path: '/proxy/api/analyze' | '/proxy/api/tryon',
    photo: Uint8Array = Buffer.from('photo'),
    headers: Record<string, string> = {},
  ) {
    return this.post(path, { headers: { 'Content-Type': FORM_TYPE, ...headers }, body: form(photo) });
  }
}

export const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

export function form(photo: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="product_image_url"\r\n\r\nhttps://shop.example/img/dress.jpg\r\n` +
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="photo"; filename="me.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`,
    ),
    photo,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);
}
