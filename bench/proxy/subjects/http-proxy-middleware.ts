import { Agent, createServer } from 'node:http';
import express from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';
import { report, UPSTREAM_URL } from '../report-process.ts';
import { MOUNT } from '../workload.ts';

// With kept connections; without them it would spend most of its time on connecting.
const proxy = createProxyMiddleware({
  target: UPSTREAM_URL,
  changeOrigin: true,
  agent: new Agent({ keepAlive: true, maxSockets: 256 }),
});
report(createServer(express().disable('x-powered-by').use(MOUNT, proxy)));
