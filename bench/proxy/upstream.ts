import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerAt } from './upstream-answers.ts';

// The upstream in a process of its own, as cheap as Node can be. It counts what it answers.
let served = 0;

const server = createServer((request, response) => {
  const { status, body } = answerAt(request.url ?? '');
  const end = () => {
    served++;
    response.writeHead(status, ['Content-Type', 'application/json', 'Content-Length', String(body.length)]);
    response.end(body, 'latin1');
  };
  if (request.method === 'GET') return end();
  request.on('end', end).resume();
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.on('message', () => process.send?.({ served }));
