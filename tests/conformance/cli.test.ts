import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listCells, type Report } from '@genvoris/conformance';
import { type Loopback, listenOnLoopback } from '@genvoris/testing/loopback';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { genvorisConformance } from './cli.ts';
import { UNSUPPORTED } from './unsupported.ts';

const KEY = 'gvk_test_0123456789abcdef';
const folder = mkdtempSync(join(tmpdir(), 'genvoris-cli-'));
let idle: Server;
let listening: Loopback;
let target: string;

beforeAll(async () => {
  idle = createServer((request, response) => {
    request.resume();
    response.end('{"access":"<ALLOWED>"}');
  });
  listening = await listenOnLoopback(idle);
  target = `${listening.url}/api/genvoris`;
});

afterAll(async () => {
  await listening.close();
  rmSync(folder, { recursive: true, force: true });
});

/** An adapter that is nowhere. */
const NOWHERE = `run --target http://127.0.0.1:1/x --api-key ${KEY}`;

const running = () => `run --target ${target} --api-key ${KEY} --upstream-port 0`;

describe('genvoris-conformance', () => {
  it('ends with 1 where an adapter does not conform, and names rule, source, expected and actual', async () => {
    const { code, stdout } = await genvorisConformance(`${running()} --only getNonce.request-id`);
    expect(code).toBe(1);
    expect(stdout).toContain('✗ getNonce.request-id (2 of 2 cells)');
    expect(stdout).toContain(
      'Every answer, good or bad, carries an X-Request-Id of its own. shared/headers.yaml#/X-Request-Id',
    );
    expect(stdout).toMatch(/\+ expected {2}one X-Request-Id/);
    expect(stdout).toMatch(/- got {7}none/);
    expect(stdout).toContain('does not conform (part of the matrix): 2 cells, 2 ran, 0 conform');
    expect(stdout).not.toContain('\u001B[');
  });

  it('writes JUnit and JSON that say the same', async () => {
    const [junit, json] = [join(folder, 'report.xml'), join(folder, 'report.json')];
    await genvorisConformance(
      `${running()} --only getStorefrontStatus/*/access/* --junit ${junit} --json ${json}`,
    );
    const report = JSON.parse(readFileSync(json, 'utf8')) as Report;
    const xml = readFileSync(junit, 'utf8');
    expect(report.total.total).toBeGreaterThan(10);
    expect(xml).toContain(
      `tests="${report.total.total}" failures="${report.total.total}" errors="0" skipped="0"`,
    );
    expect(xml.match(/<testcase /g)).toHaveLength(report.total.total);
    expect(xml.match(/<failure /g)).toHaveLength(report.cells.flatMap(({ findings }) => findings).length);
    expect(xml).toContain('&lt;ALLOWED&gt;');
    expect(xml).not.toContain('<ALLOWED>');
  });

  it('counts a cell that could not run as failing, and says what it needs', async () => {
    const json = join(folder, 'not-run.json');
    const { code, stdout } = await genvorisConformance(
      `${running()} --only getStorefrontStatus/getStatus/fault/unresolvable --json ${json}`,
    );
    expect(code).toBe(1);
    expect(stdout).toContain('1 cells did not run');
    expect(stdout).toContain('--fault-target unresolvable=URL');
    const report = JSON.parse(readFileSync(json, 'utf8')) as Report;
    expect(report.total).toEqual({ name: 'all', total: 1, ran: 0, conform: 0 });
    expect(report.checks.map(({ state }) => state)).toEqual(['not_run', 'not_run', 'not_run']);
  });

  it('stops at the first failure with --bail, and the rest did not run', async () => {
    const { code, stdout } = await genvorisConformance(`${running()} --only getNonce/* --bail`);
    expect(code).toBe(1);
    expect(stdout).toMatch(/14 cells, 1 ran, 0 conform/);
  });

  it('lists every check and cell without an adapter', async () => {
    const args = `run --list --unsupported ${UNSUPPORTED} --models FREE_ALL --models FREEMIUM,PAY_PER_USE`;
    const { code, stdout } = await genvorisConformance(args);
    const models = ['FREE_ALL', 'FREEMIUM', 'PAY_PER_USE'] as const;
    const cells = await listCells({ unsupported: UNSUPPORTED, models });
    expect(code).toBe(0);
    expect(stdout).toContain(`${cells.length} cells`);
    for (const { id } of cells) expect(stdout).toContain(id);
  });

  it('reads its options from a file, which the command line outdoes', async () => {
    const options = {
      target: 'http://127.0.0.1:1/nowhere',
      apiKey: KEY,
      upstreamPort: 0,
      only: ['getNonce.private'],
      name: 'from the file',
    };
    writeFileSync(join(folder, 'genvoris-conformance.config.json'), JSON.stringify(options));
    const { code, stdout } = await genvorisConformance(`run --target ${target}`, { cwd: folder });
    expect(code).toBe(1);
    expect(stdout).toContain('from the file does not conform');
  });

  it('starts the adapter by --command as the run takes it to be, and ends it again', async () => {
    const script = join(folder, 'adapter.mjs');
    const ports = join(folder, 'ports');
    writeFileSync(
      script,
      `import { appendFileSync } from 'node:fs';
       import { createServer } from 'node:http';
       appendFileSync(${JSON.stringify(ports)}, process.env.PORT + ' ' + process.env.GENVORIS_GUESTS + '\\n');
       createServer((request, response) => response.end(process.env.GENVORIS_API_KEY)).listen(process.env.PORT, process.env.HOST);`,
    );
    const command = `"${process.execPath}" ${script}`;
    const args = ['run', '--command', command, '--only', 'getNonce.private', '--guests', 'refused'];
    const { code, stdout } = await genvorisConformance(args);
    expect(stdout).toContain('does not conform');
    expect(code).toBe(1);
    const started = readFileSync(ports, 'utf8').trim().split('\n');
    expect(started).toEqual([expect.stringMatching(/^\d+ false$/), expect.stringMatching(/^\d+ false$/)]);
    for (const port of started.map((line) => line.split(' ', 1)[0]))
      await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  });
});

it('starts an adapter for the cells that wait as often as the README says', async () => {
  const script = join(folder, 'counted.mjs');
  const starts = join(folder, 'starts');
  writeFileSync(
    script,
    `import { appendFileSync } from 'node:fs';
     import { createServer } from 'node:http';
     appendFileSync(${JSON.stringify(starts)}, 'x');
     createServer((request, response) => response.end('{}')).listen(process.env.PORT, process.env.HOST);`,
  );
  const readme = readFileSync(join(import.meta.dirname, '../../packages/conformance/README.md'), 'utf8');
  expect(readme).toContain('starts your adapter up to eight times');
  const command = `"${process.execPath}" ${script}`;
  await genvorisConformance(['run', '--command', command, '--only', 'getStorefrontStatus/*/fault/s*']);
  expect(readFileSync(starts, 'utf8')).toHaveLength(8);
});

it.each([
  ['run', running],
  ['widget', () => `widget --page ${target}`],
])(
  'ends %s at Ctrl-C with a report of what ran',
  async (_command, args) => {
    const { code, stdout } = await genvorisConformance(args(), {
      started: (child) => {
        let asked = 0;
        const count = () => {
          asked += 1;
          // The first requests only look whether anybody is there.
          if (asked === 5) child.kill('SIGINT');
        };
        idle.on('request', count);
        child.once('exit', () => idle.off('request', count));
      },
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/cells did not run[\s\S]*the run ended before its turn/);
    expect(stdout).toMatch(/does not conform: \d+ cells, [1-9]\d* ran/);
  },
  60_000,
);

describe('genvoris-conformance widget', () => {
  it('holds a script to the contract in a browser', async () => {
    const script = join(folder, 'widget.js');
    writeFileSync(
      script,
      `document.querySelector('button').setAttribute('data-genvoris-state', 'trigger'); fetch('/storefront/status');`,
    );
    const [allowed, locked] = ['ALLOWED', 'LOCKED'].map(
      (access) => `getStorefrontStatus/page/access/${access}`,
    );
    const args = `widget --widget ${script} --only ${allowed} --only ${locked}`;
    const { code, stdout } = await genvorisConformance(args);
    expect(code).toBe(1);
    expect(stdout).toContain('✗ getStorefrontStatus.ui-fork (1 of 2 cells)');
    expect(stdout).toContain('the page shows something else');
  });
});

describe('genvoris-conformance ends with 2 and says what to do', () => {
  const cases: [name: string, args: string | string[], says: RegExp][] = [
    ['without a target', 'run', /--target: Give the adapter’s mount/],
    ['without a key', 'run --target http://127.0.0.1:1/x', /--api-key: Give the key/],
    [
      'where nothing listens',
      `${NOWHERE} --upstream-port 0`,
      /--target http:\/\/127\.0\.0\.1:1\/x: .*ECONNREFUSED.*Start the adapter/,
    ],
    [
      'for a target that is no URL',
      `run --target shop --api-key ${KEY} --upstream-port 0`,
      /--target: shop is not an http or https URL/,
    ],
    [
      'for an operation that does not exist',
      `${NOWHERE} --unsupported fly`,
      /--unsupported: fly is no storefront operation. There are getStorefrontStatus/,
    ],
    [
      'for a model that does not exist',
      `${NOWHERE} --models FREEMIUM,PAY_LATER`,
      /--models: PAY_LATER is no storefront model. There are FREE_ALL/,
    ],
    [
      'for a model that counts without what orders are signed with',
      `${NOWHERE} --models FREEMIUM`,
      /--order-secret: Give what the adapter’s order system signs with/,
    ],
    [
      'for two models of an adapter that runs already',
      `${NOWHERE} --models FREE_ALL,FREEMIUM --order-secret a-secret-of-the-orders`,
      /--models: an adapter that runs already is under one model/,
    ],
    ['for an option that does not exist', 'run --targt x', /unknown option '--targt'/],
    ['for a port that is none', 'run --upstream-port 99999', /A port is a whole number/],
    [
      'for a shopper header without a shopper',
      [...NOWHERE.split(' '), '--shopper-header', 'Cookie: a=b'],
      /--shopper-header: .*\{shopper\}/,
    ],
    [
      'for a pattern that matches nothing',
      `${NOWHERE} --upstream-port 0 --only nothing`,
      /no cell and no check matches nothing/,
    ],
    [
      'for a command that fails',
      ['run', '--command', 'echo broken adapter >&2; exit 3'],
      /ended with 3[\s\S]*broken adapter/,
    ],
    [
      'for a widget that is not there',
      'widget --widget /no/widget.js',
      /--widget \/no\/widget\.js cannot be read/,
    ],
    ['without a widget', 'widget', /Give --widget FILE, or --page URL/],
    [
      'for a page that does not open',
      'widget --page http://127.0.0.1:9/shop',
      /--page http:\/\/127\.0\.0\.1:9\/shop does not open: .*ERR_UNSAFE_PORT/,
    ],
    ...['run', 'widget', 'provider'].map((command): [string, string, RegExp] => [
      `for a pattern of ${command} --list that matches nothing`,
      `${command} --list --only * --only getNonce.typo`,
      /no cell and no check matches getNonce\.typo\. --list shows them all/,
    ]),
    [
      'before the run, for a report that could not be written after it',
      `${NOWHERE} --junit /no/such/folder/report.xml`,
      /--junit \/no\/such\/folder\/report\.xml cannot be written: ENOENT/,
    ],
    [
      'for a folder as report',
      `widget --widget /no/widget.js --json ${tmpdir()}`,
      /--json .* cannot be written: it is a folder/,
    ],
    ['for a configuration that is no JSON', 'run --config /dev/null', /--config \/dev\/null cannot be read/],
  ];
  it('for a setting of the configuration that is none', async () => {
    const config = join(folder, 'guests.json');
    writeFileSync(config, JSON.stringify({ guests: 'maybe' }));
    const { code, stderr } = await genvorisConformance(`run --config ${config}`);
    expect(stderr).toContain('guests must be "allowed" or "refused"');
    expect(code).toBe(2);
  });

  it.each(cases)('%s', async (_name, args, says) => {
    const { code, stdout, stderr } = await genvorisConformance(args);
    expect(stderr).toMatch(says);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});
