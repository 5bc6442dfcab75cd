import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { banner } from './backstage/banner.ts';
import { PortError } from './backstage/listen.ts';
import { PortalError } from './backstage/portal.ts';
import { startDemo } from './demo.ts';
import { DatabaseError } from './shop/database.ts';

const HELP = `The Genvoris demo shop: an Express shop with the try-on trigger, in front of the portal and of mock servers.

  npm start -- [options]          or: node apps/demo-store/src/main.ts [options]

  --port N        the shop's port (default 4000, or the next free one; also: PORT)
  --mock-port N   the mock servers' port (default 4010, or the next free one; also: MOCK_PORT)
  --data D        the folder of the shop's own databases (default .genvoris/demo-shop); remove it to start over
  --portal-port N the portal's port (default 8787, or the next free one)
  --portal-data D the folder of the portal's database (default .genvoris/demo-portal); remove it to start over
  --clock         let the portal go by a test clock, to see allowances renew and tokens expire; prints how to move it
  --no-portal     the mock servers alone
  --no-docs       do not build the API docs
  --help          this text`;

const HOME = fileURLToPath(new URL('../../../.genvoris', import.meta.url));
const EXIT = { badUsage: 2, failed: 1 };

try {
  await main();
} catch (error) {
  const isExplained = [PortError, PortalError, DatabaseError].some((kind) => error instanceof kind);
  console.error(isExplained ? (error as Error).message : error);
  process.exitCode = EXIT.failed;
}

async function main(): Promise<void> {
  const options = parse();
  if (!options) return;
  const demo = await startDemo({ ...options, notice: console.log });
  const stop = () => {
    // A second Ctrl-C does not wait.
    process.once('SIGINT', () => process.exit(130));
    console.log('\nStopping …');
    void demo.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  console.log(banner({ shop: demo.shopUrl, mock: demo.mockUrl, portal: demo.portal, docs: await demo.docs }));
}

function parse() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        'mock-port': { type: 'string' },
        data: { type: 'string', default: `${HOME}/demo-shop` },
        portal: { type: 'boolean', default: true },
        'portal-port': { type: 'string' },
        'portal-data': { type: 'string', default: `${HOME}/demo-portal` },
        clock: { type: 'boolean', default: false },
        docs: { type: 'boolean', default: true },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowNegative: true,
    });
    if (values.help) {
      console.log(HELP);
      return undefined;
    }
    return {
      shop: choice('--port (PORT)', values.port ?? process.env.PORT, 4000),
      mock: choice('--mock-port (MOCK_PORT)', values['mock-port'] ?? process.env.MOCK_PORT, 4010),
      folder: resolve(values.data),
      portal: values.portal
        ? {
            port: choice('--portal-port', values['portal-port'], 8787),
            folder: resolve(values['portal-data']),
            clock: values.clock,
          }
        : undefined,
      docs: values.docs,
    };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    process.exitCode = EXIT.badUsage;
    return undefined;
  }
}

function choice(name: string, text: string | undefined, fallback: number) {
  if (text === undefined || text === '') return { port: fallback, fixed: false };
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new RangeError(`${name} must be a port, 0 to 65535.`);
  return { port, fixed: true };
}
