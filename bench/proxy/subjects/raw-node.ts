import { createServer } from 'node:http';
import { report } from '../report-process.ts';
import { serveAnswers } from '../upstream-answers.ts';
import { MOUNT } from '../workload.ts';

// Answers by itself: what any server on node:http costs before it proxies anything.
report(createServer(serveAnswers(MOUNT)));
