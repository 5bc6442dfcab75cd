import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exceptedCells, type Report } from '@genvoris/conformance';

const FOLDER = fileURLToPath(new URL('../../node_modules/.cache/genvoris/', import.meta.url));
const FILE = `${FOLDER}conformance-summary.txt`;
const HEAD = `${'conformance'.padEnd(28)}${['cells', 'ran', 'conform'].map((name) => name.padStart(9)).join('')}`;

/** Puts a consumer's line into the table that `npm test` prints at its end. */
export function addToSummary(
  name: string,
  { total, ran, conform }: { total: number; ran: number; conform: number },
): void {
  mkdirSync(FOLDER, { recursive: true });
  const row = `${name.padEnd(28)}${[total, ran, conform].map((number) => String(number).padStart(9)).join('')}`;
  locked(() => {
    const others = read().filter((line) => !line.startsWith(name.padEnd(28)));
    writeFileSync(FILE, `${[HEAD, ...[...others, row].sort()].join('\n')}\n`);
  });
}

/** Puts a provider's line there: of what is held, without what is listed as an exception. */
export function addProviderToSummary(report: Report): void {
  const { total, ran, conform } = report.total;
  const excepted = exceptedCells(report).length;
  addToSummary(report.name, { total: total - excepted, ran: ran - excepted, conform: conform - excepted });
}

function read(): string[] {
  try {
    return readFileSync(FILE, 'utf8').split('\n').slice(1).filter(Boolean);
  } catch {
    return [];
  }
}

// Each test file has a process of its own, and several end at the same time. Making a folder is atomic.
function locked(write: () => void): void {
  const lock = `${FILE}.lock`;
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
  try {
    write();
  } finally {
    rmdirSync(lock);
  }
}
