import { stripVTControlCharacters } from 'node:util';
import { run, stopped } from './run.mjs';
import { UserError } from './user-error.mjs';

const HEARTBEAT_MS = 20_000;
const began = performance.now();
const colours = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code, text) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);

let write = console.log;
/** For a command whose output is somebody else's. */
export const sayToStderr = () => {
  write = console.error;
};
export const say = (text) => write(text);
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
export const elapsed = () => performance.now() - began;
export const good = (text) => paint(32, text);
export const bad = (text) => paint(31, text);
export const faint = (text) => paint(2, text);

/**
 * Runs one step of a command: a line when it begins, a line when it ends with the time it took, a sign of
 * life in between, and its output, or the last lines of it, if it fails.
 */
export async function step(title, command, args, { lastLines = Infinity, ...options } = {}) {
  say(`→ ${title}`);
  const from = performance.now();
  let output = '';
  const onOutput = (text) => {
    output += text;
  };
  const heartbeat = setInterval(() => {
    say(faint(`  … ${seconds(performance.now() - from)}  ${lastLine(output)}`));
  }, HEARTBEAT_MS);
  let code;
  try {
    code = await run(command, args, { ...options, onOutput });
  } finally {
    clearInterval(heartbeat);
  }
  const ms = performance.now() - from;
  if (stopped()) throw new UserError(`Stopped (${stopped()}) in: ${title}.`);
  if (code !== 0) say(`${output.trimEnd().split('\n').slice(-lastLines).join('\n')}\n`);
  say(`${code === 0 ? good('✓') : bad('✗')} ${title}  ${faint(seconds(ms))}`);
  return { title, ok: code === 0, code, ms, output };
}

function lastLine(output) {
  return (stripVTControlCharacters(output).trimEnd().split('\n').at(-1) ?? '').trim().slice(0, 100);
}
