import { type DestinationStream, type LevelWithSilent, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

// Requests are logged by the operation's path template, never by URL, so that these are a second net.
const SECRETS = ['api_key', 'authorization', 'token', 'secret', 'password', 'cookie', 'end_customer_token'];

/** JSON lines to stderr. */
export function createLog(
  level: LevelWithSilent,
  destination?: DestinationStream,
  /** What every line is given. */
  fields?: () => Record<string, string>,
): Logger {
  return pino(
    {
      level,
      base: null,
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
      ...(fields && { mixin: fields }),
      serializers: { error: (error: unknown) => describe(error) },
    },
    destination ?? pino.destination({ dest: 2, sync: false }),
  );
}

const MOST_CAUSES = 5;

/**
 * What is told of an error. Its other fields stay out: those of a database's hold the statement's parameters and
 * whole rows, those of an HTTP parser the bytes it choked on.
 */
function describe(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  const { code } = error as { code?: unknown };
  return {
    type: name,
    message,
    ...(typeof code === 'string' && { code }),
    stack,
    ...(cause !== undefined && depth < MOST_CAUSES && { cause: describe(cause, depth + 1) }),
  };
}
