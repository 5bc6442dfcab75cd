import { SpanKind, trace } from '@opentelemetry/api';
import {
  ATTR_DB_OPERATION_NAME,
  ATTR_DB_QUERY_TEXT,
  ATTR_DB_RESPONSE_STATUS_CODE,
  ATTR_DB_SYSTEM_NAME,
  DB_SYSTEM_NAME_VALUE_POSTGRESQL,
} from '@opentelemetry/semantic-conventions';
import type { LogEvent } from 'kysely';
import type { RunStatement } from '../../storage/database.ts';
import { errorType, fail, type Spans } from './spans.ts';

const MOST_TEXT = 4_000;

/** A span for a statement of Kysely's that is over, if it was made within one. Values go as parameters and are not told. */
export function traceQuery({ tracer }: Spans, event: LogEvent): void {
  if (!trace.getActiveSpan()?.isRecording()) return;
  const now = performance.now();
  const text = event.query.sql;
  const { operation, name } = summaryOf(text);
  const span = tracer.startSpan(name, {
    kind: SpanKind.CLIENT,
    startTime: now - event.queryDurationMillis,
    attributes: attributesOf(operation, text),
  });
  if (event.level === 'error') {
    fail(span, errorType(event.error));
    const { code } = event.error as { code?: unknown };
    if (typeof code === 'string') span.setAttribute(ATTR_DB_RESPONSE_STATUS_CODE, errorType(event.error));
  }
  span.end(now);
}

/** Spans for the statements of a dedicated connection, which does not go through Kysely. */
export function traceStatements(spans: Spans, run: RunStatement): RunStatement {
  return async (statement, values) => {
    if (!trace.getActiveSpan()?.isRecording()) return run(statement, values);
    const { name, text } = statement;
    const attributes = attributesOf(summaryOf(text).operation, text);
    return spans.within({ name, kind: SpanKind.CLIENT, attributes }, () => run(statement, values));
  };
}

function attributesOf(operation: string, text: string) {
  return {
    [ATTR_DB_SYSTEM_NAME]: DB_SYSTEM_NAME_VALUE_POSTGRESQL,
    [ATTR_DB_OPERATION_NAME]: operation,
    [ATTR_DB_QUERY_TEXT]: text.replace(/\s+/g, ' ').trim().slice(0, MOST_TEXT),
  };
}

function summaryOf(text: string): { operation: string; name: string } {
  const operation = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? 'QUERY';
  const table = operation === 'WITH' ? undefined : /\b(?:from|into|update)\s+"?(\w+)/i.exec(text)?.[1];
  return { operation, name: table === undefined ? operation : `${operation} ${table}` };
}
