import { parseArgs } from 'node:util';

const HELP = `node bench/scale/main.ts [options]

Fills a store with customers and a year's ledger rows, holds it to \`ledger verify\`, visits it over HTTP, and prints
how long each request took at each size. Then it lets the database explain every statement of the same requests,
and prints how many pages (8 kB) of its tables and indexes each request touched.
Exit code 0: no statement reads a large table from end to end. 1: one does. 2: wrong options.

  --only <list>       postgres,pglite (default both; without a PostgreSQL server, PGlite only)
  --customers <list>  sizes of the store on PostgreSQL, each from 100 (default 1000,10000,100000)
  --entries <n>       ledger rows on PostgreSQL, from 10000 (default 1000000); the smallest size is measured
                      with a hundredth of them, too
  --pglite-customers <list>, --pglite-entries <n>
                      the same for PGlite (default 1000,10000 and 100000: it fills slowly)
  --requests <n>      of each kind (default 200), after a tenth as many that are not counted
`;

// With fewer, no list has a page in its depth; a hundredth of the entries must do.
const LEAST_CUSTOMERS = 100;
const LEAST_ENTRIES = 10_000;

/** One size of a store. */
export interface Size {
  readonly customers: number;
  readonly entries: number;
}

export interface Options {
  readonly storages: readonly { readonly name: 'postgres' | 'pglite'; readonly sizes: readonly Size[] }[];
  readonly requests: number;
}

/** @throws TypeError naming the option that is wrong. Undefined if help was asked for, and printed. */
export function readOptions(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: 'postgres,pglite' },
      customers: { type: 'string', default: '1000,10000,100000' },
      entries: { type: 'string', default: '1000000' },
      'pglite-customers': { type: 'string', default: '1000,10000' },
      'pglite-entries': { type: 'string', default: '100000' },
      requests: { type: 'string', default: '200' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return undefined;
  }
  const sizesOf = (prefix: '' | 'pglite-'): Size[] => {
    const entries = whole(`${prefix}entries`, values[`${prefix}entries`], LEAST_ENTRIES);
    const customers = values[`${prefix}customers`]
      .split(',')
      .map((text) => whole(`${prefix}customers`, text, LEAST_CUSTOMERS));
    const [smallest = 1_000] = customers;
    return [
      { customers: smallest, entries: Math.ceil(entries / 100) },
      ...customers.map((each) => ({ customers: each, entries })),
    ];
  };
  const storages = values.only.split(',').map((name): Options['storages'][number] => {
    if (name !== 'postgres' && name !== 'pglite')
      throw new TypeError(`--only takes postgres and pglite, not ${name}`);
    return { name, sizes: sizesOf(name === 'postgres' ? '' : 'pglite-') };
  });
  return { storages, requests: whole('requests', values.requests, 1) };
}

function whole(option: string, text: string, least: number): number {
  if (/^[1-9]\d{0,7}$/.test(text) && Number(text) >= least) return Number(text);
  throw new TypeError(`--${option} takes whole numbers from ${least}, not ${JSON.stringify(text)}`);
}
