import { createServer } from 'node:http';
import { report } from './report-process.ts';
import { serveAnswers } from './upstream-answers.ts';

// The upstream in a process of its own.
const server = createServer(serveAnswers());
server.keepAliveTimeout = 60_000;
report(server);
