import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Answer } from '../answers/answer.ts';

/** Pace and bounds of the faults. */
export interface FaultTiming {
  /** Between two bytes of `slow_drip`, in milliseconds. */
  dripIntervalMs: number;
  /** How long half a body may travel before the connection is reset, in milliseconds. */
  settleMs: number;
  /** Where `oversize` gives up although the other side still reads, in bytes. */
  oversizeBytes: number;
}

/** What a fault has in hand: the bare socket of a request, and the answer that would have been good. */
export interface FaultExchange {
  socket: Socket;
  /** The operation's default answer; a fault breaks a plausible answer rather than an obvious dummy. */
  answer: Answer;
  /** Another origin, listened on by the mock itself, that notices a client that follows a redirect. */
  redirectTarget: string;
  timing: FaultTiming;
}

/** Writes a status line and headers as they are; nothing adds or checks framing here. */
export function writeHead(socket: Socket, status: number, headers: Answer['headers']): void {
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`];
  for (const [name, value] of Object.entries(headers)) {
    for (const one of Array.isArray(value) ? value : [value]) lines.push(`${name}: ${one}`);
  }
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
}

export function writeChunk(socket: Socket, bytes: Uint8Array | string): boolean {
  const chunk = Buffer.from(bytes as Uint8Array);
  return socket.write(
    Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]),
  );
}

/** Ends the exchange after what was written has gone out; the connection is never used again. */
export function finish(socket: Socket): void {
  socket.end();
  // A peer that never closes its side would keep the half-closed connection for good.
  setTimeout(() => socket.destroy(), 2000).unref();
}

export function halves(body: Uint8Array): [Uint8Array, Uint8Array] {
  const middle = Math.max(1, Math.floor(body.length / 2));
  return [body.subarray(0, middle), body.subarray(middle)];
}
