import { createServer } from 'node:http';
import { report } from '../report-process.ts';
import { MOUNT } from '../workload.ts';
import { passOn } from './unguarded.ts';

report(
  createServer((message, response) => passOn(message, response, (message.url ?? '').slice(MOUNT.length))),
);
