import { parseArgs } from 'node:util';
import { banner } from './banner.ts';
import { startDemo } from './demo.ts';
import { PortError } from './listen.ts';

const HELP = `The Genvoris demo shop: an Express shop with the try-on trigger, in front of mock servers.

  npm start -- [options]          or: node apps/demo-store/src/main.ts [options]

  --port N        the shop's port (default 4000, or the next free one; also: PORT)
  --mock-port N   the mock servers' port (default 4010, or the next free one; also: MOCK_PORT)
  --no-docs       do not build the API docs
  --help          this text`;

const EXIT = { badUsage: 2, failed: 1 };

try {
  await main();
} catch (error) {
  console.error(error instanceof PortError ? error.message : error);
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
  console.log(banner({ shop: demo.shopUrl, mock: demo.mockUrl, docs: await demo.docs }));
}

function parse() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        'mock-port': { type: 'string' },
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
      shop: choice('--port', values.port ?? process.env.PORT, 4000),
      mock: choice('--mock-port', values['mock-port'] ?? process.env.MOCK_PORT, 4010),
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
