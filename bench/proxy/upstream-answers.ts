import type { RequestListener } from 'node:http';

/** What the upstream answers, by path: short, and as the contract has it. */
export const UPSTREAM_ANSWERS: Record<string, { status: number; body: string }> = {
  '/status': {
    status: 200,
    body: JSON.stringify({
      access: 'ALLOWED',
      quota: { used: 12, limit: 1000, resetsAt: '2099-12-01T00:00:00Z' },
      plan: 'growth',
      monetizationModel: 'per_tryon',
      overageEnabled: false,
      externalId: 'woocommerce_42',
    }),
  },
  '/api/analyze': {
    status: 200,
    body: JSON.stringify({
      photo: { width: 1200, height: 1600, format: 'jpeg' },
      product_type: 'apparel',
      warnings: [],
    }),
  },
  '/api/v1/customers': {
    status: 200,
    body: JSON.stringify({
      id: 'ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B',
      externalId: 'external_1',
      email: null,
      planId: null,
      status: 'ACTIVE',
      metadata: {},
      periodStart: '2026-11-01T00:00:00Z',
      periodEnd: '2099-12-01T00:00:00Z',
      createdAt: '2026-11-01T00:00:00Z',
      updatedAt: '2026-11-01T00:00:00Z',
    }),
  },
  '/api/v1/customers/ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B/sessions': {
    status: 201,
    body: JSON.stringify({
      token: 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJlY18wMUpEIn0.c2lnbmF0dXJl',
      token_type: 'Bearer',
      expires_in: 3600,
      expires_at: '2099-12-01T00:00:00Z',
      customer: {
        id: 'ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B',
        external_id: 'external_1',
        plan_id: null,
        plan_name: null,
        monthly_try_ons: null,
        period_start: '2026-11-01T00:00:00Z',
        period_end: '2099-12-01T00:00:00Z',
      },
    }),
  },
};

/** Plain proxies keep the storefront's path, so the upstream answers there too. */
function answerAt(path: string): { status: number; body: string } {
  return (
    UPSTREAM_ANSWERS[path.replace(/^\/proxy\//, '/')] ?? { status: 404, body: '{"code":"path_not_allowed"}' }
  );
}

/** Serves them, as cheap as Node can, below a mount path. */
export function serveAnswers(mount = ''): RequestListener {
  return (request, response) => {
    const { status, body } = answerAt((request.url ?? '').slice(mount.length));
    const end = () => {
      response.writeHead(status, ['Content-Type', 'application/json', 'Content-Length', String(body.length)]);
      response.end(body, 'latin1');
    };
    if (request.method === 'GET') return end();
    request.on('end', end).resume();
  };
}
