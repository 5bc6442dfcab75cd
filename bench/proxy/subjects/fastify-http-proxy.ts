import proxy from '@fastify/http-proxy';
import Fastify from 'fastify';
import { reportListening, UPSTREAM_URL } from '../report-process.ts';
import { MOUNT } from '../workload.ts';

const app = Fastify({ bodyLimit: 20 * 1024 * 1024 });
await app.register(proxy, { upstream: UPSTREAM_URL, prefix: MOUNT });
await app.listen({ port: 0, host: '127.0.0.1' });
reportListening(app.server);
