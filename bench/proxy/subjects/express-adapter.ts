import { createServer } from 'node:http';
import { createExpressStorefront } from '@genvoris/storefront/express';
import express from 'express';
import { report } from '../report-process.ts';
import { MOUNT } from '../workload.ts';
import { guarded } from './guarded.ts';

report(createServer(express().disable('x-powered-by').use(MOUNT, createExpressStorefront(guarded()))));
