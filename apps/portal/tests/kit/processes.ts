import { type Env, type PortalProcess, runPortal, startPortalProcess } from './portal-process.ts';

export const INTERNAL_SECRET = 'an internal secret of the tests';

/** Portals as a team runs them: processes of their own, on one PostgreSQL database. */
export interface Processes {
  /** Starts `portal serve` and returns where it is. */
  start(env?: Env): Promise<string>;
  /** Runs a command to its end and returns what it printed. */
  run(...args: string[]): Promise<string>;
  /** Ends one without a warning. */
  kill(url: string): Promise<void>;
  killAll(): Promise<void>;
}

export function processesOn(databaseUrl: string): Processes {
  const running = new Map<string, PortalProcess>();
  const env = {
    DATABASE_URL: databaseUrl,
    GENVORIS_SECRET: 'a secret of the tests, at least 32 bytes long',
    GENVORIS_INTERNAL_SECRET: INTERNAL_SECRET,
    GENVORIS_RATE_LIMIT_SCALE: '0',
  };
  return {
    async start(more = {}) {
      const started = await startPortalProcess({ ...env, ...more });
      running.set(started.url, started);
      return started.url;
    },
    async run(...args) {
      const { code, said } = await runPortal(env, ...args);
      if (code !== 0) throw new Error(said);
      return said;
    },
    async kill(url) {
      await running.get(url)?.kill();
    },
    async killAll() {
      await Promise.all(Array.from(running.values(), (started) => started.kill()));
    },
  };
}
