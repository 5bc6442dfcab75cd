import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

export type { Logger } from 'pino';

// Requests are logged by the operation's path template, never by URL, so that these are a second net.
const SECRETS = ['api_key', 'authorization', 'token', 'secret', 'password', 'cookie', 'end_customer_token'];

/** JSON lines to stderr. */
export function createLog(
  level: LogLevel,
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
      serializers: { error: pino.stdSerializers.err },
    },
    destination ?? pino.destination({ dest: 2, sync: false }),
  );
}
