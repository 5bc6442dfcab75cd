import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@genvoris/testing/loopback';
import type { Running } from './process.ts';
import { pinned } from './process.ts';
import { UPSTREAM_ANSWERS } from './upstream-answers.ts';
import { MOUNT } from './workload.ts';

/** nginx's version, or `undefined` if it is not installed. */
export function findNginx(): string | undefined {
  for (const path of ['nginx', '/usr/sbin/nginx', '/opt/homebrew/bin/nginx']) {
    if (path !== 'nginx' && !existsSync(path)) continue;
    try {
      execFileSync(path, ['-v'], { stdio: 'ignore' });
      return path;
    } catch {
      // Not there; the next one may be.
    }
  }
  return undefined;
}

/** nginx as a reverse proxy with kept connections, one worker. */
export function startNginxProxy(upstreamUrl: string, core: number | undefined): Promise<Running> {
  const { host } = new URL(upstreamUrl);
  return start(core, (port) => ({
    upstreams: `upstream backend { server ${host}; keepalive 256; keepalive_requests 1000000000; }`,
    server: `listen 127.0.0.1:${port};
      location ${MOUNT}/ {
        proxy_pass http://backend/;
        proxy_http_version 1.1;
        proxy_set_header Connection "";
        proxy_request_buffering off;
      }`,
  }));
}

/** nginx as the upstream: it answers faster than anything measured here asks. */
export function startNginxUpstream(core: number | undefined): Promise<Running> {
  return start(core, (port) => ({
    upstreams: '',
    server: `listen 127.0.0.1:${port};
      ${Object.entries(UPSTREAM_ANSWERS)
        .flatMap(([path, answer]) => [[path, answer] as const, [`/proxy${path}`, answer] as const])
        .map(([path, { status, body }]) => `location = ${path} { return ${status} '${body}'; }`)
        .join('\n')}
      location / { return 404 '{}'; }`,
  }));
}

async function start(
  core: number | undefined,
  configure: (port: number) => { upstreams: string; server: string },
): Promise<Running> {
  const nginx = findNginx();
  if (nginx === undefined) throw new Error('nginx is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'genvoris-bench-'));
  const port = await freePort();
  const { upstreams, server } = configure(port);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ');
  writeFileSync(
    join(folder, 'nginx.conf'),
    `worker_processes 1; daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
    events { worker_connections 4096; }
    http {
      access_log off; default_type application/json; client_max_body_size 20m; ${temporary}
      keepalive_requests 1000000000;
      ${upstreams}
      server {
        ${server}
        location = /answered { stub_status; }
      }
    }`,
  );
  const [command, ...args] = pinned(core, [nginx, '-p', folder, '-c', join(folder, 'nginx.conf')]);
  const child = spawn(command as string, args, { stdio: ['ignore', 'ignore', 'ignore'] });
  for (let attempt = 0; !(await accepts(port)); attempt++) {
    if (attempt > 100 || child.exitCode !== null)
      throw new Error(`nginx did not start: ${readFileSync(join(folder, 'error.log'), 'utf8')}`);
    await sleep(20);
  }
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    answered: async () => {
      const status = await (await fetch(`http://127.0.0.1:${port}/answered`)).text();
      // accepts, handled, requests
      return Number(/(\d+) (\d+) (\d+)/.exec(status)?.[3]);
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
