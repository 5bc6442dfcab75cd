import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database, DedicatedConnection, OnNotice, OnQuery, PostgresLocation } from './database.ts';
import type { Schema } from './schema.ts';
import { isStatementError } from './statement-error.ts';

// A lock that is held this long (ms) is a fault elsewhere; waiting on would only queue up the whole store.
const LOCK_TIMEOUT_MS = 10_000;

// A server that takes the connection and then says nothing would be waited for without end.
const CONNECT_TIMEOUT_MS = 10_000;

/** Of the pool: its own setting of this name bounds how long one waits for a connection to be free, too. */
class BoundedClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  }
}

/** A PostgreSQL server, version 15 or later, through a pool of connections. */
export async function openPostgres(location: PostgresLocation, onQuery?: OnQuery): Promise<Database> {
  const { url, onNotice } = location;
  const options = `-c lock_timeout=${LOCK_TIMEOUT_MS} -c idle_in_transaction_session_timeout=60000`;
  const pool = new pg.Pool({
    Client: BoundedClient,
    connectionString: url,
    max: location.connections,
    options,
    application_name: 'genvoris-portal',
  });
  // A connection that breaks is replaced by the pool, and its user is told by the next statement; without
  // listeners, of the pool for idle ones and of each for those in use, the process would end.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  if (onNotice) pool.on('connect', (client) => hear(client, onNotice));
  const dedicated = createDedicated(url, options, onNotice);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }), ...(onQuery && { log: onQuery }) });
  return {
    kind: 'postgres',
    db,
    runDedicated: dedicated.run,
    openDedicated: () => createDedicated(url, options, onNotice),
    async close() {
      await dedicated.close();
      await db.destroy();
    },
  };
}

function hear(client: pg.ClientBase, onNotice: OnNotice): void {
  client.on('notice', ({ message }) => onNotice(message ?? ''));
}

/** A connection of its own, so that its prepared statements and their plans live as long as the process. */
function createDedicated(
  connectionString: string,
  options: string,
  onNotice: OnNotice | undefined,
): DedicatedConnection {
  let current: Promise<pg.Client> | undefined;
  function connect(): Promise<pg.Client> {
    if (current) return current;
    const client = new BoundedClient({
      connectionString,
      options,
      application_name: 'genvoris-portal-lane',
    });
    if (onNotice) hear(client, onNotice);
    const connecting = client.connect().then(() => client);
    client.on('error', () => forget(connecting));
    connecting.catch(() => forget(connecting));
    current = connecting;
    return connecting;
  }
  /** The next statement gets a new connection. */
  function forget(broken: Promise<pg.Client>): void {
    if (current === broken) current = undefined;
  }
  return {
    async run({ name, text }, values) {
      const connecting = connect();
      const client = await connecting;
      try {
        const { rows } = await client.query({ name, text, values: [...values], rowMode: 'array' });
        return rows;
      } catch (error) {
        if (!isStatementError(error)) {
          forget(connecting);
          client.end().catch(() => {});
        }
        throw error;
      }
    },
    async close() {
      const client = await current?.catch(() => undefined);
      current = undefined;
      await client?.end();
    },
  };
}
