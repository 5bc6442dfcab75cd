import { createServer } from 'node:http';
import express from 'express';
import { report } from '../report-process.ts';
import { MOUNT } from '../workload.ts';
import { passOn } from './unguarded.ts';

report(
  createServer(
    express()
      .disable('x-powered-by')
      .use(MOUNT, (request, response) => passOn(request, response, request.url)),
  ),
);
