import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CORES, has, pinned } from './process.ts';
import { MOUNT, type PreparedRequest, type Workload } from './workload.ts';

export interface Load {
  requests: number;
  requestsPerSecond: number;
  p99Milliseconds: number;
  /** Answers other than 2xx, and connections that broke. */
  failed: number;
}

const run = promisify(execFile);

/** `wrk` where it is installed; it leaves more of its core to the upstream than a generator in Node. */
export const GENERATOR = has('wrk') ? 'wrk' : 'autocannon';

type Generate = (
  url: string,
  workload: Workload,
  requests: PreparedRequest[],
  seconds: number,
) => Promise<Load>;

const wrk: Generate = async (url, workload, requests, seconds) => {
  const folder = mkdtempSync(join(tmpdir(), 'genvoris-load-'));
  try {
    requests.forEach(({ body }, i) => {
      writeFileSync(join(folder, `${i}.body`), body);
    });
    const entries = requests.map(({ headers }, i) => {
      const fields = Object.entries(headers).map(([name, value]) => `[${lua(name)}] = ${lua(value)}`);
      return `add({ ${fields.join(', ')} }, ${lua(join(folder, `${i}.body`))})`;
    });
    writeFileSync(
      join(folder, 'load.lua'),
      `local prepared, turn = {}, 0
      local function add(headers, file)
        local handle = io.open(file, "rb")
        local body = handle:read("*a")
        handle:close()
        table.insert(prepared, { headers = headers, body = body })
      end
      ${entries.join('\n')}
      function init()
        for i, one in ipairs(prepared) do
          prepared[i] = wrk.format(${lua(workload.method)}, nil, one.headers, #one.body > 0 and one.body or nil)
        end
      end
      function request()
        turn = turn % #prepared + 1
        return prepared[turn]
      end
      function done(summary, latency)
        local e = summary.errors
        io.write(string.format("RESULT %d %d %f %d\\n", summary.requests, summary.duration, latency:percentile(99),
          e.connect + e.read + e.write + e.status + e.timeout))
      end`,
    );
    const [command, ...args] = pinned(CORES.rest, [
      'wrk',
      '-t1',
      `-c${workload.connections}`,
      `-d${seconds}s`,
      '--timeout',
      '30s',
      '-s',
      join(folder, 'load.lua'),
      `${url}${MOUNT}${workload.path}`,
    ]);
    const { stdout } = await run(command as string, args);
    const [, done, microseconds, p99, failed] = /RESULT (\d+) (\d+) ([\d.]+) (\d+)/.exec(stdout) ?? [];
    return {
      requests: Number(done),
      requestsPerSecond: Number(done) / (Number(microseconds) / 1e6),
      p99Milliseconds: Number(p99) / 1000,
      failed: Number(failed),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const autocannon: Generate = (url, workload, requests, seconds) =>
  runAutocannon(url, workload, requests, { duration: seconds });

/** Sends so many requests and no more. */
export async function sendFirst(url: string, workload: Workload, requests: PreparedRequest[]): Promise<void> {
  const { failed } = await runAutocannon(url, workload, requests, { amount: workload.first });
  if (failed > 0) throw new Error(`${failed} of the first ${workload.first} requests failed`);
}

async function runAutocannon(
  url: string,
  workload: Workload,
  requests: PreparedRequest[],
  until: { duration: number } | { amount: number },
): Promise<Load> {
  const program = `
    const autocannon = require('autocannon');
    let input = '';
    process.stdin.on('data', (chunk) => { input += chunk; }).on('end', async () => {
      const result = await autocannon(JSON.parse(input));
      process.stdout.write(JSON.stringify(result));
    });`;
  const [command, ...args] = pinned(CORES.rest, [process.execPath, '-e', program]);
  const running = run(command as string, args, { cwd: import.meta.dirname, maxBuffer: 1e8 });
  running.child.stdin?.end(
    JSON.stringify({
      url: `${url}${MOUNT}${workload.path}`,
      connections: workload.connections,
      ...until,
      requests: requests.map(({ headers, body }) => ({
        method: workload.method,
        headers,
        ...(body && { body }),
      })),
    }),
  );
  const result = JSON.parse((await running).stdout);
  return {
    requests: result.requests.total,
    requestsPerSecond: result.requests.total / result.duration,
    p99Milliseconds: result.latency.p99,
    failed: result.errors + result.timeouts + result.non2xx,
  };
}

export const load: Generate = GENERATOR === 'wrk' ? wrk : autocannon;

function lua(text: string): string {
  return JSON.stringify(text);
}
