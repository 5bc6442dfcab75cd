import { createServer } from 'node:http';
import { createNodeStorefront } from '@genvoris/storefront/node';
import { report } from '../report-process.ts';
import { MOUNT } from '../workload.ts';
import { guarded } from './guarded.ts';

report(createServer(createNodeStorefront({ ...guarded(), basePath: MOUNT })));
