import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Mangle, Memory } from './defect.ts';
import { type Answer, type Head, withoutHeader } from './message.ts';

export interface ManglingProxy {
  url: string;
  close: () => Promise<void>;
}

/** Passes everything on as it is, byte by byte and end by end, but for what `mangle` says. */
export async function startProxy(
  to: URL,
  mangle: Mangle,
  memory: Memory,
  side: 'front' | 'back',
): Promise<ManglingProxy> {
  const agent = new Agent({ keepAlive: true });
  const server = createServer({ keepAliveTimeout: 60_000 }, (message, response) => {
    void pass({ to, mangle, memory, side, agent }, message, response).catch(() => message.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${to.pathname.replace(/\/$/, '')}`,
    close: async () => {
      server.closeAllConnections();
      agent.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Passing {
  to: URL;
  mangle: Mangle;
  memory: Memory;
  side: 'front' | 'back';
  agent: Agent;
}

async function pass(passing: Passing, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const { to, mangle, memory, side, agent } = passing;
  const head: Head = {
    method: message.method ?? 'GET',
    path: message.url ?? '/',
    headers: [...message.rawHeaders],
  };
  if (side === 'front' && !head.path.endsWith('/nonce')) memory.browser = structuredClone(head);
  const instead = mangle.instead?.(head, memory);
  if (instead) {
    message.resume();
    return finish(response, instead);
  }
  await mangle.head?.(head, memory);
  mangle.besides?.(structuredClone(head), to);
  const whole = mangle.buffers || mangle.body ? await collect(message) : undefined;
  const body = whole && (mangle.body?.(whole, head, memory) ?? whole);
  if (body && body.length !== whole?.length) {
    withoutHeader(head, /^(content-length|transfer-encoding)$/i);
    head.headers.push('Content-Length', String(body.length));
  }
  const onward = request({
    host: to.hostname,
    port: to.port,
    method: head.method,
    path: head.path,
    headers: head.headers,
    agent,
    setDefaultHeaders: false,
  });
  if (!mangle.ignoresAborts) response.on('close', () => onward.destroy());
  onward.on('error', () => message.socket.resetAndDestroy());
  onward.on('response', (answer) => void giveBack(passing, head, answer, response));
  if (body) onward.end(body);
  else message.pipe(onward);
}

async function giveBack(
  { mangle, memory, side }: Passing,
  head: Head,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const status = message.statusCode ?? 502;
  message.on('error', () => response.destroy());
  if (!mangle.answer) {
    if (side === 'back') remember(memory, message, status);
    response.writeHead(status, message.rawHeaders);
    response.flushHeaders();
    message.pipe(response);
    return;
  }
  const answer: Answer = { status, headers: [...message.rawHeaders], body: await collect(message) };
  if (side === 'back') memory.upstream = structuredClone(answer);
  mangle.answer(answer, head, memory);
  finish(response, answer);
}

function remember(memory: Memory, message: IncomingMessage, status: number): void {
  const chunks: Buffer[] = [];
  message.on('data', (chunk: Buffer) => {
    if (chunks.length < 100) chunks.push(chunk);
    memory.upstream = { status, headers: message.rawHeaders, body: Buffer.concat(chunks) };
  });
}

function finish(response: ServerResponse, answer: Answer): void {
  withoutHeader(answer, /^(content-length|transfer-encoding)$/i);
  answer.headers.push('Content-Length', String(answer.body.length));
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
}

async function collect(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
