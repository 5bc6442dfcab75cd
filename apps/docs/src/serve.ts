import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMock } from '@genvoris/mock';
import express from 'express';
import { buildDocs } from './build.ts';

export interface ServeOptions {
  outDir: string;
  port: number;
  /** Where "try it" sends requests; a mock server of its own where there is none. */
  mockUrl: string | undefined;
}

/** Writes the site and serves it until it is interrupted. */
export async function serveDocs({ outDir, port, mockUrl }: ServeOptions): Promise<void> {
  const server = createServer(express().use(express.static(outDir)));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const mock = mockUrl === undefined ? await createMock() : undefined;
  const stop = () => {
    server.close();
    server.closeAllConnections();
    void mock?.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
    await buildDocs({ outDir, mockUrl: mockUrl ?? mock?.url });
  } catch (error) {
    stop();
    throw error;
  }
  console.log(
    `Docs at http://127.0.0.1:${(server.address() as AddressInfo).port}, mocks at ${mockUrl ?? mock?.url}`,
  );
}
