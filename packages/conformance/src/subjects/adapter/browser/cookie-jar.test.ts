import { describe, expect, it } from 'vitest';
import { CookieJar } from './cookie-jar.ts';

const answer = (...cookies: string[]) => ({
  status: 200,
  statusMessage: 'OK',
  rawHeaders: cookies.flatMap((cookie) => ['Set-Cookie', cookie]),
  body: Buffer.alloc(0),
});

describe('CookieJar', () => {
  it('keeps the last value of each cookie, with the equals signs in it', () => {
    const jar = new CookieJar();
    jar.take(answer('XSRF-TOKEN=abc==; Path=/', 'other=1'));
    jar.take(answer('other=2; Secure'));
    expect(jar.header()).toBe('XSRF-TOKEN=abc==; other=2');
  });

  it('drops a cookie that is taken back', () => {
    const jar = new CookieJar();
    jar.set('session', '1');
    jar.take(answer('session=gone; Max-Age=0'));
    expect(jar.header()).toBe('');
  });
});
