/** A request that tries to get past the list of paths, as it goes on the wire below a mount. */
export interface HostileRequest {
  method: string;
  target: string;
  /** Beside those of the shop's own page. */
  headers: readonly string[];
}

const LISTED = ['/status', '/session', '/nonce', '/events', '/proxy/api/analyze', '/proxy/api/tryon'];
const UNLISTED = [
  ...[
    '/proxy/api/v1/customers',
    '/proxy/api/v1/customers/ec_1/sessions',
    '/proxy/api/v1/usage',
    '/proxy/api/tryon/track',
  ],
  ...[
    '/proxy/status',
    '/proxy/oauth/wordpress',
    '/proxy/.well-known/jwks.json',
    '/proxy/api',
    '/proxy/',
    '/proxy',
    '/admin',
    '',
  ],
];
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'];
const OVERRIDES = [
  'X-HTTP-Method-Override',
  'X-HTTP-Method',
  'X-Method-Override',
  'X-WP-HTTP-Method-Override',
];
const REWRITES = [
  'X-Original-URL',
  'X-Rewrite-URL',
  'X-Forwarded-Path',
  'X-Forwarded-Prefix',
  'X-Forwarded-Host',
  'Forwarded',
];

/** Ways to write a slash, a dot, or what a parser may take for the end of a path. */
const SLASHES = [
  '//',
  '/./',
  '/%2f',
  '%2f',
  '%2F',
  '%252f',
  '/\\',
  '\\',
  '%5c',
  '%c0%af',
  '%ef%bc%8f',
  '/;/',
  '/%00/',
  '/%20/',
  '/%09/',
];
const DOTS = [
  '..',
  '.',
  '%2e%2e',
  '%2E.',
  '.%2e',
  '%252e%252e',
  '..;',
  '..%00',
  '%c0%ae%c0%ae',
  '%ef%bc%8e%ef%bc%8e',
  '...',
  '..%2f',
  '..%5c',
  '..\\',
];
const ENDS = [
  '/',
  '//',
  ';',
  ';x=1',
  ';.js',
  '.json',
  '.php',
  '%00',
  '%00.json',
  '%0a',
  '%0d%0a',
  '%20',
  '%09',
  '+',
  '~',
  '#',
  '#/status',
  '%23',
  '%3f',
  '%3fx=1',
  '/.',
  '/..',
  '/*',
  ':80',
  '@evil.example',
  '%e2%80%ae',
  '%u002f',
  '%',
  '%zz',
  '&',
  ',',
  '\\',
  '|',
  '`',
  '{id}',
  '%7bid%7d',
  '$',
];
const QUERIES = [
  'rest_route=/genvoris/v1/proxy/api/v1/customers',
  'rest_route=/../../admin',
  'rest_route[]=/x',
  'path=/api/v1/customers',
  'url=http://evil.example/',
  '_method=DELETE',
  'x=1?y=2',
  'product_id=a/../../admin',
  'api_key=gvk_live_of_another',
  'key=x',
  '/../admin',
  '%00',
  'x=%0d%0aHost:%20evil.example',
];
const HOSTS = [
  '//evil.example',
  '//evil.example:80',
  '/\\evil.example',
  '\\\\evil.example',
  '/http://evil.example',
  '/https:/evil.example',
  '/@evil.example',
  '/.evil.example',
  '///',
  '/%2f%2fevil.example',
  '/http:%2f%2fevil.example',
];

/** Every hostile request, and none twice. The mount stands before what is to be looked for below it. */
export function hostileRequests(mount: string): HostileRequest[] {
  const found = new Map<string, HostileRequest>();
  const add = (method: string, target: string, headers: readonly string[] = []) => {
    if (!/^[^ \r\n]*$/.test(target)) return;
    found.set([method, target, ...headers].join('\n'), { method, target, headers });
  };
  const posted = (target: string) => {
    add('POST', target);
    add('GET', target);
  };
  for (const path of UNLISTED) for (const method of METHODS) add(method, mount + path);
  for (const path of LISTED) for (const method of METHODS.slice(2)) add(method, mount + path);
  for (const path of [...LISTED, ...UNLISTED]) {
    for (const end of ENDS) posted(mount + path + end);
    for (const query of QUERIES) posted(`${mount + path}?${query}`);
    for (const host of HOSTS) {
      posted(host + mount + path);
      posted(mount + host + path);
    }
    for (const origin of [
      'http://evil.example',
      'HTTP://evil.example:1',
      'file://',
      'gopher://evil.example',
      'http://user:pass@evil.example',
    ])
      posted(origin + mount + path);
    for (const name of OVERRIDES)
      for (const method of ['GET', 'POST', 'DELETE']) add('POST', mount + path, [`${name}: ${method}`]);
    for (const name of REWRITES)
      for (const to of ['/admin', '/proxy/api/v1/customers', 'http://evil.example/'])
        add('POST', mount + path, [`${name}: ${to}`]);
    for (const written of [
      path.toUpperCase(),
      path.replace(/\b[a-z]/g, (one) => one.toUpperCase()),
      encoded(path),
    ])
      posted(mount + written);
    const parts = path.split('/');
    for (let at = 1; at < parts.length; at++) {
      const [before, after] = [parts.slice(0, at).join('/'), parts.slice(at).join('/')];
      for (const slash of SLASHES) posted(mount + before + slash + after);
      for (const dots of DOTS) {
        posted(`${mount}${before}/${dots}/${after}`);
        posted(`${mount}${before}/x/${dots}/${after}`);
      }
    }
  }
  for (const listed of LISTED)
    for (const unlisted of UNLISTED)
      for (const dots of DOTS) posted(`${mount}${listed}/${dots}/${dots}${unlisted}`);
  return [...found.values()];
}

function encoded(path: string): string {
  return path.replace(/[a-z]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
}

/** Whether the contract has an operation for it: whatever a proxy before us may make of it, we may serve it. */
export function isListed({ method, target }: HostileRequest, mount: string): boolean {
  const path = target.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/\?.*$/s, '');
  const known = path.startsWith(`${mount}/`) ? path.slice(mount.length) : '';
  return LISTED.includes(known) && (method === 'GET' || method === 'POST');
}

/** What a server may take for one request and the next server for two. Each is a connection of its own. */
export function smuggled(mount: string, headers: readonly string[]): string[] {
  const hidden = `GET ${mount}/proxy/api/v1/customers HTTP/1.1\r\nHost: shop.example\r\n\r\n`;
  const post = (lines: readonly string[], body: string) =>
    [`POST ${mount}/proxy/api/tryon HTTP/1.1`, 'Host: shop.example', ...headers, ...lines, '', body].join(
      '\r\n',
    );
  const chunked = `0\r\n\r\n${hidden}`;
  const length = `Content-Length: ${hidden.length}`;
  return [
    post([length, 'Transfer-Encoding: chunked'], chunked),
    post(['Transfer-Encoding: chunked', length], chunked),
    post([length, 'Transfer-Encoding: xchunked'], chunked),
    post([length, 'Transfer-Encoding : chunked'], chunked),
    post([length, 'Transfer-Encoding: chunked, identity'], chunked),
    post([length, 'Transfer-Encoding: identity'], hidden),
    post([length, 'Transfer-Encoding:\tchunked'], chunked),
    post([length, ' Transfer-Encoding: chunked'], chunked),
    post(['Content-Length: 0', length], hidden),
    post([length, 'Content-Length: 0'], hidden),
    post(['Content-Length: 0, 5'], hidden),
    post(['Content-Length: +5'], hidden),
    post(['Content-Length: 0x5'], hidden),
    post(['Content-Length: -1'], hidden),
    post(['Content-Length: 0'], hidden),
    post(['Transfer-Encoding: chunked'], `5;ext=\n\r\nhello\r\n${chunked}`),
    post(['Transfer-Encoding: chunked'], `ffffffffffffffff1\r\nx\r\n${chunked}`),
    post(['Transfer-Encoding: chunked'], `0\n\n${hidden}`),
    `POST ${mount}/proxy/api/tryon\x00 HTTP/1.1\r\nHost: shop.example\r\n\r\n`,
    `POST ${mount}/proxy/\x0b../admin HTTP/1.1\r\nHost: shop.example\r\n\r\n`,
    `GET ${mount}/status HTTP/1.1\r\nHost: shop.example\r\n${mount}/admin: x\r\n\r\n`,
    `GET ${mount}/status\thttp://evil.example/ HTTP/1.1\r\nHost: shop.example\r\n\r\n`,
    `GET evil.example:80 HTTP/1.1\r\nHost: shop.example\r\n\r\n`,
    `GET * HTTP/1.1\r\nHost: shop.example\r\n\r\n`,
    `CONNECT evil.example:80 HTTP/1.1\r\nHost: shop.example\r\n\r\n`,
    `GET ${mount}/proxy/api/v1/customers HTTP/0.9\r\n\r\n`,
    `GET ${mount}/proxy/api/v1/customers\r\n\r\n`,
  ];
}
