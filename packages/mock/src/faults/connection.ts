import type { FaultExchange } from './exchange.ts';
import { halves, writeHead } from './exchange.ts';

/** A TCP RST before a byte of the answer. */
export function reset({ socket }: FaultExchange): void {
  socket.resetAndDestroy();
}

export function resetMidBody({ socket, answer, timing }: FaultExchange): void {
  const [first] = halves(answer.body);
  writeHead(socket, answer.status, { ...answer.headers, 'Content-Length': String(answer.body.length) });
  socket.write(first);
  // A reset overtakes bytes still queued on either side; the half body is to be seen first.
  const timer = setTimeout(() => socket.resetAndDestroy(), timing.settleMs);
  socket.once('close', () => clearTimeout(timer));
}

/** The request is taken; nothing happens until the other side gives up or the mock is closed. */
export function stallBeforeHeaders(_exchange: FaultExchange): void {}

export function stallMidBody({ socket, answer }: FaultExchange): void {
  const [first] = halves(answer.body);
  writeHead(socket, answer.status, { ...answer.headers, 'Content-Length': String(answer.body.length) });
  socket.write(first);
}
