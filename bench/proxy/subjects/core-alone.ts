import { createServer } from 'node:http';
import { createTransport } from '@genvoris/node';
import { createNodeStorefront } from '@genvoris/storefront/node';
import { report } from '../report-process.ts';
import { MOUNT } from '../workload.ts';
import { guarded } from './guarded.ts';

// See express-adapter-alone.ts.
const transport = createTransport();
const storefronts = Array.from({ length: 128 }, () =>
  createNodeStorefront({ ...guarded(), basePath: MOUNT, transport }),
);
let turn = 0;

report(
  createServer((request, response) => {
    turn = (turn + 1) % storefronts.length;
    storefronts[turn]?.(request, response);
  }),
);
