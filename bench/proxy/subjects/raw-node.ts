import { createServer } from 'node:http';
import { report } from '../report-process.ts';
import { answerAt } from '../upstream-answers.ts';
import { MOUNT } from '../workload.ts';

// Answers by itself: what any server on node:http costs before it proxies anything.
report(
  createServer((request, response) => {
    const { status, body } = answerAt((request.url ?? '').slice(MOUNT.length));
    const end = () => {
      response.writeHead(status, ['Content-Type', 'application/json', 'Content-Length', String(body.length)]);
      response.end(body, 'latin1');
    };
    if (request.method === 'GET') return end();
    request.on('end', end).resume();
  }),
);
