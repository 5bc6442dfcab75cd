import { type Answer, setHeader } from '../answers/answer.ts';
import { type FaultExchange, finish, writeHead } from './exchange.ts';

// Whole, well-framed HTTP messages that are nevertheless not the contract.

function send(
  { socket, answer }: FaultExchange,
  status: number,
  type: string,
  body: Uint8Array | string,
): void {
  const bytes = Buffer.from(body as Uint8Array);
  const message: Answer = { status: 0, headers: { ...answer.headers }, body: bytes };
  setHeader(message, 'Content-Type', type);
  setHeader(message, 'Content-Length', String(bytes.length));
  setHeader(message, 'Connection', 'close');
  writeHead(socket, status, message.headers);
  socket.write(bytes);
  finish(socket);
}

/** Looks like the good answer and does not parse: its last bracket is replaced. */
export function notJson(exchange: FaultExchange): void {
  const text = Buffer.from(exchange.answer.body).toString('utf8').trimEnd();
  send(exchange, exchange.answer.status, 'application/json', `${text.slice(0, -1)},`);
}

export function wrongContentType(exchange: FaultExchange): void {
  send(exchange, exchange.answer.status, 'text/html; charset=utf-8', exchange.answer.body);
}

export function html500(exchange: FaultExchange): void {
  const page =
    '<!doctype html><title>500</title><h1>Internal Server Error</h1><p>upstream-stack-trace-marker</p>\n';
  send(exchange, 500, 'text/html; charset=utf-8', page);
}

/** 307 keeps method, body and headers, so a client that follows gives away the most. */
export function redirect(exchange: FaultExchange): void {
  const location = { ...exchange.answer.headers, Location: exchange.redirectTarget };
  const answer = { ...exchange.answer, headers: location };
  send({ ...exchange, answer }, 307, 'text/plain; charset=utf-8', 'Elsewhere.\n');
}
