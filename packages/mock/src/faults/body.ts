import { type FaultExchange, finish, halves, writeChunk, writeHead } from './exchange.ts';

/** Promises more than it sends, then closes politely. */
export function truncated({ socket, answer }: FaultExchange): void {
  const [first] = halves(answer.body);
  writeHead(socket, answer.status, {
    ...answer.headers,
    'Content-Length': String(answer.body.length),
    Connection: 'close',
  });
  socket.write(first);
  finish(socket);
}

export function empty({ socket, answer }: FaultExchange): void {
  writeHead(socket, answer.status, { ...answer.headers, 'Content-Length': '0', Connection: 'close' });
  finish(socket);
}

const MEBIBYTE_OF_SPACES = Buffer.alloc(1024 * 1024, ' ');

/** Starts like the good answer and goes on with white space, which a JSON parser would still accept. */
export function oversize({ socket, answer, timing }: FaultExchange): void {
  writeHead(socket, answer.status, {
    ...answer.headers,
    'Transfer-Encoding': 'chunked',
    Connection: 'close',
  });
  writeChunk(socket, answer.body.subarray(0, Math.max(1, answer.body.length - 1)));
  let sent = 0;
  const pump = (): void => {
    while (socket.writable && sent < timing.oversizeBytes) {
      sent += MEBIBYTE_OF_SPACES.length;
      if (!writeChunk(socket, MEBIBYTE_OF_SPACES)) return;
    }
    // Still no last chunk: a reader that got this far must not take it for a complete answer.
    if (socket.writable) finish(socket);
  };
  socket.on('drain', pump);
  pump();
}

/** The good answer a byte at a time, then white space a byte at a time, for as long as anyone listens. */
export function slowDrip({ socket, answer, timing }: FaultExchange): void {
  writeHead(socket, answer.status, {
    ...answer.headers,
    'Transfer-Encoding': 'chunked',
    Connection: 'close',
  });
  let at = 0;
  const timer = setInterval(() => {
    writeChunk(socket, at < answer.body.length ? answer.body.subarray(at, at + 1) : ' ');
    at += 1;
  }, timing.dripIntervalMs);
  socket.once('close', () => clearInterval(timer));
}
