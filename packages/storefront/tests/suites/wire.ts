import { exchangeRaw } from '@genvoris/testing/raw-wire';
import { describe, expect, test } from 'vitest';
import type { Bed } from '../bed.ts';
import { FORM_TYPE, SHOP } from '../browser.ts';

/** What no HTTP client would send: whatever stands on the wire, nothing of it becomes a request of its own upstream. */
export function wire(bed: Bed): void {
  const mount = () => new URL(bed.host.url).pathname;
  const lines = (...headers: string[]) => headers.map((header) => `${header}\r\n`).join('');

  /** A genuine mutation's headers, and one request that must not be seen where it does not belong. */
  async function material() {
    const visitor = bed.guest();
    const own = Object.entries(await visitor.ownHeaders()).map(([name, value]) => `${name}: ${value}`);
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const head = lines(
      'Host: shop.example',
      `X-Forwarded-For: ${visitor.address}`,
      ...own,
      `Cookie: ${cookie || 'a=b'}`,
    );
    const upload = `POST ${mount()}/proxy/api/analyze HTTP/1.1\r\n${head}${lines(`Content-Type: ${FORM_TYPE}`)}`;
    const inner = `GET ${mount()}/status HTTP/1.1\r\n${head}\r\n`;
    const last = `GET ${mount()}/nonce HTTP/1.1\r\n${head}${lines('Connection: close')}\r\n`;
    return { head, upload, inner, last };
  }

  /** Sends bytes as they are; answers the status of each answer, when the other side is done. */
  async function send(bytes: string): Promise<number[]> {
    const { text } = await exchangeRaw(bed.host.url, bytes);
    return [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
  }

  describe('on the wire', () => {
    test.each([
      ['a length and chunks', ['Content-Length: 4', 'Transfer-Encoding: chunked']],
      ['chunks and a length', ['Transfer-Encoding: chunked', 'Content-Length: 4']],
      ['two lengths', ['Content-Length: 5', 'Content-Length: 4']],
      ['a list of lengths', ['Content-Length: 5, 5']],
      ['a signed length', ['Content-Length: +5']],
      ['an unknown coding', ['Transfer-Encoding: xchunked']],
      ['a coding after chunks', ['Transfer-Encoding: chunked, identity']],
      ['a blank before the colon', ['Transfer-Encoding : chunked']],
      ['a line that is folded', ['X-Folded: a\r\n b', 'Content-Length: 5']],
      ['a line feed alone', ['X-Line: a\nContent-Length: 5']],
      ['a carriage return alone', ['X-Line: a\rContent-Length: 5']],
    ])('a request with %s is refused before anything is read', async (_, headers) => {
      const { upload, inner } = await material();
      expect(await send(`${upload}${lines(...headers)}\r\n0\r\n\r\n${inner}`)).toEqual([400]);
      expect(bed.upstream.requests).toHaveLength(0);
    });

    test('an absolute target is served by its path, and does not choose who is asked', async () => {
      const { head } = await material();
      for (const [target, status] of [
        [`http://evil.example${mount()}/status?product_id=a/b`, 200],
        [`HTTP://evil.example${mount()}/status`, 200],
        ['http://evil.example/status', 404],
        [`http://evil.example?${mount()}/status`, 404],
        ['http://evil.example', 404],
        [`//evil.example${mount()}/status`, 404],
        [`/http://evil.example${mount()}/status`, 404],
      ] as const) {
        const { text } = await exchangeRaw(
          bed.host.url,
          `GET ${target} HTTP/1.1\r\n${head}${lines('Connection: close')}\r\n`,
        );
        expect([target, Number(text.split(' ')[1])]).toEqual([target, status]);
      }
      expect(bed.upstream.requests.map((request) => request.target)).toEqual(['/status', '/status']);
      expect(await send(`OPTIONS * HTTP/1.1\r\n${head}${lines('Connection: close')}\r\n`)).toEqual([404]);
    });

    test('the body of a refused request is not taken for a request', async () => {
      const { head, inner, last } = await material();
      for (const [path, status] of [
        ['/nothing', 404],
        ['/session', 401],
      ]) {
        const refused = `POST ${mount()}${path} HTTP/1.1\r\n${head}${lines(`Content-Length: ${inner.length}`)}\r\n`;
        expect(await send(refused + inner + last)).toEqual([status, 200]);
      }
      expect(bed.upstream.requests).toHaveLength(0);
    });

    test('pipelined requests are answered in turn', async () => {
      const { head, inner, last } = await material();
      const unknown = `GET ${mount()}/nothing HTTP/1.1\r\n${head}\r\n`;
      expect(await send(inner + unknown + last)).toEqual([200, 404, 200]);
      expect(bed.upstream.requests.map(({ target }) => target)).toEqual(['/status']);
    });

    test('a second origin or token beside the shop’s does not pass', async () => {
      const { head } = await material();
      const post = `POST ${mount()}/session HTTP/1.1\r\n`;
      const end = `${lines('Content-Length: 0', 'Connection: close')}\r\n`;
      expect(await send(`${post}${head}${lines('Origin: https://evil.example')}${end}`)).not.toContain(200);
      expect(await send(`${post}${lines('Origin: https://evil.example')}${head}${end}`)).toEqual([403]);
      const token = head.replace(/^(X-WP-Nonce|X-XSRF-TOKEN): /m, '$1: x\r\n$1: ');
      expect(token).not.toBe(head);
      expect(await send(`${post}${token}${end}`)).toEqual([bed.csrfStatus]);
      expect(head).toContain(SHOP);
      expect(bed.upstream.requests).toHaveLength(0);
    });

    test('trailers do not go upstream', async () => {
      const { upload, last } = await material();
      const chunked = `${upload}${lines('Transfer-Encoding: chunked', 'Trailer: X-End-Customer-Token')}\r\n`;
      const trailer = lines('X-End-Customer-Token: smuggled');
      expect(await send(`${chunked}1\r\nx\r\n0\r\n${trailer}\r\n${last}`)).toHaveLength(2);
      expect(bed.upstream.requests.map(({ target }) => target)).toEqual(['/api/analyze']);
      expect(bed.upstream.requests[0]?.rawHeaders.join()).not.toContain('smuggled');
    });
  });
}
