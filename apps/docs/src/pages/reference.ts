import type { SpecName } from '@genvoris/contract';
import { toDocument } from '@genvoris/design';
import { html } from 'hono/html';
import { readSpec } from '../specs.ts';

/** The Scalar page of one spec. Its settings stand in a JSON block, so that the page needs no inline script. */
export function referencePage(name: SpecName, mockUrl: string): string {
  const { info, servers } = readSpec(name);
  const mock = name === 'storefront' ? `${mockUrl}/storefront` : mockUrl;
  const settings = {
    url: `../specs/${name}.json`,
    servers: [{ url: mock, description: 'The mock server' }, ...servers],
    authentication: {
      securitySchemes: {
        ApiKeyBearer: { token: 'gvk_test_ALLOWED' },
        ApiKeyQuery: { value: 'gvk_test_ALLOWED' },
        InternalSecret: { value: 'test' },
      },
    },
  };
  return toDocument({
    title: `${info.title} · Genvoris Contracts`,
    head: html`<link rel="icon" href="../favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="../reference.css">`,
    body: html`<body>
<nav class="bar" aria-label="Documentation"><a href="../index.html">All contracts</a><a href="../errors.html">Errors</a><a href="../access.html">Access</a><a href="../events.html">Events</a><a href="../specs/${name}.json" download>Download spec</a></nav>
<div id="reference" data-settings="${JSON.stringify(settings)}"></div>
<noscript><p>This page needs JavaScript. The spec itself is at <a href="../specs/${name}.json">specs/${name}.json</a>.</p></noscript>
<script src="../vendor/scalar.js"></script>
<script src="../reference.js"></script>
</body>`,
  }).toString();
}
