import { createServer } from 'node:http';
import { createTransport } from '@genvoris/node';
import { createExpressStorefront } from '@genvoris/storefront/express';
import express from 'express';
import { report } from '../report-process.ts';
import { MOUNT } from '../workload.ts';
import { guarded } from './guarded.ts';

// As many storefronts as there are connections, taken in turn: no two requests are under way in the same
// one, so no upstream call is shared.
const transport = createTransport();
const storefronts = Array.from({ length: 128 }, () => createExpressStorefront({ ...guarded(), transport }));
let turn = 0;

const app = express()
  .disable('x-powered-by')
  .use(MOUNT, (request, response, next) => {
    turn = (turn + 1) % storefronts.length;
    return storefronts[turn]?.(request, response, next);
  });
report(createServer(app));
