import { createServer } from 'node:http';
import { runWidgetConformance } from '@genvoris/conformance';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import { bundleWidget } from '@genvoris/widget/build';
import { beforeAll, describe, expect, it } from 'vitest';
import { complaints, WHOLE_RUN_MS } from './adapter-harness.ts';
import { broken, WIDGET_MUTANTS } from './mutants/widgets.ts';
import { addToSummary } from './summary.ts';

const OPERATIONS = ['getStorefrontStatus', 'getStatus'];
let script: string;

beforeAll(async () => {
  script = await bundleWidget();
});

describe('the widget', () => {
  it(
    'conforms in every cell of the matrix, through the adapter and in the legacy mode',
    async () => {
      const report = await runWidgetConformance({ name: 'widget', script });
      addToSummary(report.name, report.total);
      expect(complaints(report)).toEqual([]);
      expect(report.total.ran).toBe(report.total.total);
      const rules = new Set(WIDGET_MUTANTS.map(({ rule }) => rule));
      const checks = OPERATIONS.flatMap((operationId) => [...rules].map((rule) => `${operationId}.${rule}`));
      expect(report.checks.map(({ id }) => id).sort()).toEqual(checks.sort());
    },
    WHOLE_RUN_MS,
  );

  it('conforms on a page that is served already', async () => {
    const server = createServer((request, response) => {
      const page =
        '<main><button class="genvoris-tryon-btn" data-product-image="/img/x.svg">Try</button></main><script src="/w.js" defer></script>';
      if (request.url === '/w.js') response.setHeader('content-type', 'text/javascript').end(script);
      else if (request.url === '/')
        response.setHeader('content-type', 'text/html').end(`<!doctype html>${page}`);
      else response.writeHead(204).end();
    });
    const { url: page, close } = await listenOnLoopback(server);
    const only = ['*/access/*', '*/fault/re*', '*/life/*'];
    const report = await runWidgetConformance({ page, only });
    await close();
    expect(complaints(report)).toEqual([]);
    expect(report.total.total).toBeGreaterThan(20);
  }, 90_000);
});

describe('a widget that', () => {
  it.each(WIDGET_MUTANTS.map((mutant) => [`${mutant.name} fails ${mutant.rule}`, mutant] as const))(
    '%s',
    async (_name, mutant) => {
      const report = await runWidgetConformance({ script: broken(mutant, script), only: mutant.cells });
      const failed = report.checks.filter(({ state }) => state === 'broken').map(({ id }) => id);
      expect(failed).toEqual(
        expect.arrayContaining(OPERATIONS.map((operationId) => `${operationId}.${mutant.rule}`)),
      );
    },
    60_000,
  );

  it('does nothing fails every check in every cell', async () => {
    // Nothing looks alike in both modes, and takes each cell as long as a page may take to begin.
    const only = ['*/life/*', 'getStorefrontStatus/*/access/*', 'getStatus/*/access/ALLOWED'];
    const report = await runWidgetConformance({ script: '', only });
    expect(report.checks.filter(({ state }) => state !== 'broken')).toEqual([]);
    expect(report.total.conform).toBe(0);
  }, 120_000);
});
