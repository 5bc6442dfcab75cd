import { CannotDriveError } from '../../../core/cells/errors.ts';
import { operationOf, requestExample } from '../../../core/contract/documented.ts';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import { isAnswer, jsonObjectOf, type Outcome } from '../../../core/http/answer.ts';
import type { Form } from '../../../core/http/multipart.ts';
import {
  type BrowserRequest,
  type Connections,
  type OpenRequest,
  openRequest,
  send,
} from '../../../core/http/send.ts';
import { CookieJar } from './cookie-jar.ts';
import { photoForm } from './form.ts';
import { type Signer, type SigningSecrets, sign, signerOf } from './signatures.ts';

export interface BrowserOptions {
  /** The adapter's mount, without a slash at the end. */
  target: URL;
  /** The shop's own origin, which `Origin` and `Referer` name. */
  origin: string;
  /** The shopper's id; `undefined` for a guest. */
  shopper: string | undefined;
  /** Headers that sign a shopper in; `{shopper}` stands for the id. */
  shopperHeaders: readonly [name: string, value: string][];
  /** The browser's address as the shop's trusted proxy reports it; `undefined`: not reported. */
  address: string | undefined;
  /** A cookie that has nothing to do with Genvoris. */
  cookie: string;
  /** What it signs with where it stands for a server: the shop's order system, or Genvoris. */
  secrets: SigningSecrets;
  connections: Connections;
  patienceMs: number;
}

export interface CallOptions {
  method?: string;
  /** In place of the operation's own path; not normalised. */
  path?: string;
  query?: string;
  /** Set, replace or (with `null`) leave out headers. */
  headers?: Record<string, string | null>;
  body?: Uint8Array | null;
  /** Send no `Content-Length`, so that the body goes in chunks. */
  chunked?: boolean;
}

export interface CsrfToken {
  nonce: string;
  header: string;
}

/** One shopper's (or guest's) browser on a page of the shop; or the server that signs such calls. */
export class Browser {
  readonly options: BrowserOptions;
  readonly jar = new CookieJar();
  #token: CsrfToken | undefined;

  constructor(options: BrowserOptions) {
    this.options = options;
    this.jar.set('analytics', options.cookie);
    for (const [name, value] of this.#signIn()) {
      if (name.toLowerCase() !== 'cookie') continue;
      for (const pair of value.split(';')) {
        const at = pair.indexOf('=');
        if (at > 0) this.jar.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
      }
    }
  }

  async call(operationId: StorefrontOperationId, options: CallOptions = {}): Promise<Outcome> {
    const request = await this.request(operationId, options);
    const outcome = await send(request, this.options.patienceMs);
    if (isAnswer(outcome)) this.jar.take(outcome);
    return outcome;
  }

  /** Begins a request that is written out already; its body is the caller's to send. */
  openWritten(request: BrowserRequest): OpenRequest {
    return openRequest(request, this.options.patienceMs);
  }

  /** Sends a request that is written out already. */
  async replay(request: BrowserRequest): Promise<Outcome> {
    return send(request, this.options.patienceMs);
  }

  /** The request of an operation as the widget would send it, changed by the options. */
  async request(operationId: StorefrontOperationId, options: CallOptions = {}): Promise<BrowserRequest> {
    const operation = operationOf(operationId);
    const method = options.method ?? operation.method;
    const mutates = operation.method !== 'GET';
    const form = mutates ? bodyOf(operationId) : undefined;
    const body = options.body === null ? undefined : (options.body ?? form?.body);
    const signer = signerOf(operationId);
    const token = mutates && !signer ? await this.token() : undefined;
    const headers: Record<string, string | null> = {
      ...(signer
        ? {
            ...this.#serverHeaders(),
            [signer.header]: sign(body ?? Buffer.of(), this.#secret(signer)),
          }
        : this.#usualHeaders(mutates)),
      ...(token && { [token.header]: token.nonce }),
      ...(form && body && { 'Content-Type': form.contentType }),
      ...(body
        ? options.chunked
          ? { 'Transfer-Encoding': 'chunked' }
          : { 'Content-Length': String(body.length) }
        : {}),
      ...(!body && mutates && { 'Content-Length': '0' }),
      ...options.headers,
    };
    const mount = this.options.target.pathname.replace(/\/$/, '');
    return {
      method,
      path: options.path ?? `${mount}${operation.path}${options.query ?? ''}`,
      headers: Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null),
      body,
      to: this.options.target,
      over: this.options.connections,
    };
  }

  /** The CSRF token, fetched once; `undefined` where `GET /nonce` does not give one. */
  async token(): Promise<CsrfToken | undefined> {
    if (!this.#token) {
      const answer = jsonObjectOf(await this.call('getNonce'));
      const { nonce, header } = answer ?? {};
      if (typeof nonce !== 'string' || typeof header !== 'string') return undefined;
      // What cannot be a header would only make the request fail for another reason than the adapter's.
      if (!/^[\x21-\x7e]+$/.test(nonce) || !/^[A-Za-z0-9-]+$/.test(header)) return undefined;
      this.#token = { nonce, header };
    }
    return this.#token;
  }

  #secret({ secret }: Signer): string {
    const text = this.options.secrets[secret];
    if (text !== '') return text;
    throw new CannotDriveError(
      `such calls are signed: give --${secret}-secret, or list the operation in --unsupported`,
    );
  }

  #serverHeaders(): Record<string, string> {
    const { target, address } = this.options;
    return {
      Host: target.host,
      Connection: 'keep-alive',
      'User-Agent': 'genvoris-conformance',
      Accept: 'application/json',
      ...(address !== undefined && { 'X-Forwarded-For': address }),
    };
  }

  #usualHeaders(mutates: boolean): Record<string, string | null> {
    const { target, origin, address } = this.options;
    const others = Object.fromEntries(this.#signIn().filter(([name]) => name.toLowerCase() !== 'cookie'));
    return {
      Host: target.host,
      Connection: 'keep-alive',
      'User-Agent':
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36',
      Accept: '*/*',
      ...(mutates && { Origin: origin }),
      'Sec-Fetch-Site': 'same-origin',
      'Sec-Fetch-Mode': 'cors',
      'Sec-Fetch-Dest': 'empty',
      Referer: `${origin}/p/dress-42`,
      'Accept-Encoding': 'gzip, deflate, br',
      'Accept-Language': 'en-GB,en;q=0.9',
      Cookie: this.jar.header(),
      ...(address !== undefined && { 'X-Forwarded-For': address }),
      ...others,
    };
  }

  #signIn(): [name: string, value: string][] {
    const { shopper, shopperHeaders } = this.options;
    if (shopper === undefined) return [];
    return shopperHeaders.map(([name, value]) => [name, value.replaceAll('{shopper}', shopper)]);
  }
}

/** The body an operation is called with where nothing else is said. */
export function bodyOf(operationId: StorefrontOperationId): Form | undefined {
  const { request } = operationOf(operationId);
  if (!request) return undefined;
  if (request.mediaTypes.includes('multipart/form-data')) {
    return photoForm({
      product_image_url: 'https://shop.example/img/dress.jpg',
      product_id: 'dress-42',
      variation_count: '1',
    });
  }
  return {
    contentType: 'application/json',
    body: Buffer.from(JSON.stringify(requestExample(operationId) ?? {})),
  };
}
