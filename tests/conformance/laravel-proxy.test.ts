import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '@genvoris/conformance';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints, WHOLE_RUN_MS } from './adapter-harness.ts';
import { startLaravelApplication } from './adapters/laravel-application.ts';
import { genvorisConformance } from './cli.ts';
import { TWO_MODELS } from './models.ts';
import { addToSummary } from './summary.ts';
import { UNSUPPORTED } from './unsupported.ts';

const SIDE_CAR = fileURLToPath(new URL('../../apps/laravel-proxy/src/main.ts', import.meta.url));

describe('the Laravel side-car, started by the command line', () => {
  let laravel: Awaited<ReturnType<typeof startLaravelApplication>>;
  const folder = mkdtempSync(join(tmpdir(), 'genvoris-conformance-'));

  beforeAll(async () => {
    laravel = await startLaravelApplication();
  });
  afterAll(async () => {
    await laravel.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'conforms in every cell of the matrix',
    async () => {
      const json = join(folder, 'report.json');
      const command = `"${process.execPath}" "${SIDE_CAR}"`;
      const line = `run --name laravel-proxy --external-id laravel_{shopper} --json ${json}`;
      const args = [
        ...line.split(' '),
        '--unsupported',
        UNSUPPORTED.join(),
        '--models',
        TWO_MODELS.join(),
        '--command',
        command,
      ];
      const env = { GENVORIS_LARAVEL_URL: laravel.url, GENVORIS_GRACE_MS: '0' };
      const { code, stdout, stderr } = await genvorisConformance(args, { env });
      expect(stderr).toBe('');
      const report = JSON.parse(readFileSync(json, 'utf8')) as Report;
      addToSummary(report.name, report.total);
      expect(complaints(report)).toEqual([]);
      expect(stdout).toMatch(/laravel-proxy conforms: (\d+) cells, \1 ran, \1 conform/);
      expect(code).toBe(0);
    },
    WHOLE_RUN_MS,
  );
});
