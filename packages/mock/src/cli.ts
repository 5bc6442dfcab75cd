#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { OPERATIONS, type OperationId } from '@genvoris/contract';
import { Command, InvalidArgumentError, Option } from 'commander';
import { createMock } from './mock.ts';
import { ListenError } from './requests/listener.ts';
import { requestLine } from './requests/request-line.ts';
import { listScenarios, printScenarios } from './scenarios/listing.ts';
import { welcome } from './welcome.ts';

// Prism is a thousand CommonJS files; compiled once, they load in two thirds of the time.
enableCompileCache();
// As any tool ends whose reader has seen enough: `| head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(141);
});

interface CliOptions {
  port: number;
  host: string;
  list?: true;
  selfCheck?: true;
  operation?: OperationId[];
  json?: true;
  log?: true;
  cors: boolean;
  checkRequests: boolean;
}

const program = new Command('genvoris-mock')
  .description('Serves every Genvoris contract on one port. The API key chooses the scenario.')
  .option('-p, --port <number>', 'port to listen on; 0 picks a free one', parsePort, 4010)
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option('--list', 'print every scenario and exit')
  .option('--self-check', 'hold every answer to the specs and exit: 0 all conform, 1 some do not')
  .addOption(
    new Option('--operation <ids...>', 'check these operations only').choices(Object.keys(OPERATIONS)),
  )
  .option('--json', 'print --list, --self-check or the addresses as JSON')
  .option('--log', 'print a line per request (keys left out)')
  .option('--no-cors', 'do not let other origins read the answers')
  .option('--no-check-requests', 'answer the default even to a request that breaks its operation')
  .addHelpText(
    'after',
    `
Examples:
  $ genvoris-mock                         serve on http://127.0.0.1:4010
  $ curl '127.0.0.1:4010/status?api_key=gvk_test_EXHAUSTED'
  $ curl -H 'Authorization: Bearer gvk_test_rate_limited' 127.0.0.1:4010/api/v1/plans
  $ curl 127.0.0.1:4010/scenario/LOCKED/storefront/status
  $ curl -i '127.0.0.1:4010/status?api_key=gvk_test_fault_truncated'
  $ genvoris-mock --list                  which scenarios there are
  $ genvoris-mock --self-check            is the mock itself right?

Exit codes: 0 done, 1 the self-check found a mismatch, 2 it could not run.`,
  )
  .configureOutput({ outputError: (text, write) => write(`genvoris-mock: ${text.replace(/^error: /, '')}`) })
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .parse();

const options = program.opts<CliOptions>();

try {
  if (options.list) print(options.json ? JSON.stringify(listScenarios(), null, 2) : printScenarios());
  else if (options.selfCheck) await runSelfCheck();
  else await serve();
} catch (error) {
  if (!(error instanceof ListenError)) throw error;
  const hint = error.code === 'EADDRINUSE' ? `\nTry: genvoris-mock --port ${options.port + 1}` : '';
  process.stderr.write(`genvoris-mock: ${error.message}${hint}\n`);
  process.exitCode = 2;
}

async function runSelfCheck(): Promise<void> {
  // The validator takes a tenth of a second to load, which nobody who serves should wait for.
  const { selfCheck } = await import('./self-check/self-check.ts');
  const { printReport } = await import('./self-check/print-report.ts');
  await using mock = await createMock({ keepRequests: 0 });
  const { operation: operations } = options;
  const report = await selfCheck({ url: mock.url, ...(operations && { operations }) });
  print(options.json ? JSON.stringify(report, null, 2) : printReport(report));
  process.exitCode = report.ok ? 0 : 1;
}

async function serve(): Promise<void> {
  const { port, host, cors, checkRequests } = options;
  const mock = await createMock({
    port,
    host,
    cors,
    checkRequests,
    keepRequests: 0,
    ...(options.log && { onExchange: (request) => print(requestLine(request)) }),
  });
  print(options.json ? JSON.stringify({ url: mock.url, port: mock.port }) : welcome(mock.url));
  let stopping = false;
  const stop = (): void => {
    // Who asks twice does not want to wait.
    if (stopping) process.exit(130);
    stopping = true;
    void mock.close();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  await mock.warmUp();
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  return port;
}
