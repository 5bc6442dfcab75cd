import { describe, expect, it } from 'vitest';
import { pictureUrl, webUrl } from './safe-url.ts';

const base = 'https://shop.example/p/dress-42';

describe('addresses from the page and the server', () => {
  it('are made absolute against the page', () => {
    expect(webUrl('/img/dress.jpg', base)).toBe('https://shop.example/img/dress.jpg');
    expect(webUrl('//cdn.example/x.jpg', base)).toBe('https://cdn.example/x.jpg');
  });

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'blob:x',
    'file:///etc/passwd',
    'https://',
    '',
    null,
    undefined,
  ])('are refused unless they are of the web: %j', (text) => {
    expect(webUrl(text, base)).toBe(undefined);
  });

  it.each(['https://cdn.example/a.png', 'data:image/png;base64,AAAA', 'data:image/webp;base64,AAAA'])(
    'may be of a picture: %s',
    (url) => {
      expect(pictureUrl(url)).toBe(url);
    },
  );

  it.each([
    'http://cdn.example/a.png',
    'data:image/svg+xml;base64,AAAA',
    'data:text/html,x',
    'javascript:alert(1)',
    ' https://x',
    7,
    null,
    {},
  ])('are not of a picture: %j', (value) => {
    expect(pictureUrl(value)).toBe(undefined);
  });
});
