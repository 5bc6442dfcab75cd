import { headerOf, isAnswer, jsonOf, type Outcome } from '../../../core/http/answer.ts';
import type { Call } from './call.ts';

/** What came back on a call, and what was sent. */
export interface Reply {
  readonly call: Call;
  readonly outcome: Outcome;
  /** 0 where no answer came. */
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a check says what it expects of an answer
  readonly body: any;
  readonly text: string;
  header(name: string): string | undefined;
}

export function toReply(call: Call, outcome: Outcome): Reply {
  const answered = isAnswer(outcome);
  return {
    call,
    outcome,
    status: answered ? outcome.status : 0,
    body: answered ? jsonOf(outcome) : undefined,
    text: answered ? outcome.body.toString('utf8') : '',
    header: (name) => (answered ? headerOf(outcome, name) : undefined),
  };
}

/** The name an error goes by in the specs: its word and, where it has one, its reason. */
export function wordOf({ body }: Pick<Reply, 'body'>): string | undefined {
  const word = body?.error ?? body?.code;
  if (typeof word !== 'string') return undefined;
  return typeof body.reason === 'string' ? `${word}.${body.reason}` : word;
}

export function describe({ status, body, text, outcome }: Reply): string {
  if (!isAnswer(outcome)) return outcome.failure;
  const said = body === undefined ? text : JSON.stringify(body);
  return `${status} ${said.length > 300 ? `${said.slice(0, 300)}…` : said}`;
}
