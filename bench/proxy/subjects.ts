import { findNginx, startNginxProxy } from './nginx.ts';
import { CORES, type Running, startScript } from './process.ts';

export interface Subject {
  name: string;
  start(upstreamUrl: string): Promise<Running>;
}

const script = (file: string) => (upstreamUrl: string) =>
  startScript(new URL(`./subjects/${file}`, import.meta.url), CORES.subject, [upstreamUrl]);

export const RAW_NODE = 'raw node, answering itself';
export const NGINX = 'nginx';
export const UNDICI = 'undici alone, no guard';
export const EXPRESS_UNDICI = 'Express and undici alone, no guard';
export const CORE = 'our core';
export const EXPRESS = 'our Express adapter';
export const FASTIFY = '@fastify/http-proxy';
export const HPM = 'http-proxy-middleware';

export const SUBJECTS: readonly Subject[] = [
  { name: RAW_NODE, start: script('raw-node.ts') },
  ...(findNginx() === undefined
    ? []
    : [{ name: NGINX, start: (url: string) => startNginxProxy(url, CORES.subject) }]),
  { name: UNDICI, start: script('undici-alone.ts') },
  { name: EXPRESS_UNDICI, start: script('express-and-undici-alone.ts') },
  { name: CORE, start: script('core.ts') },
  { name: EXPRESS, start: script('express-adapter.ts') },
  { name: FASTIFY, start: script('fastify-http-proxy.ts') },
  { name: HPM, start: script('http-proxy-middleware.ts') },
];
