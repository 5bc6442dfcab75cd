import { createServer } from 'node:http';
import { report } from './report-process.ts';
import { answerAt } from './upstream-answers.ts';

// The upstream in a process of its own, as cheap as Node can be.
const server = createServer((request, response) => {
  const { status, body } = answerAt(request.url ?? '');
  const end = () => {
    response.writeHead(status, ['Content-Type', 'application/json', 'Content-Length', String(body.length)]);
    response.end(body, 'latin1');
  };
  if (request.method === 'GET') return end();
  request.on('end', end).resume();
});
server.keepAliveTimeout = 60_000;
report(server);
