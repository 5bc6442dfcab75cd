import { isDeepStrictEqual } from 'node:util';
import { type Finding, finding } from '../../../core/cells/finding.ts';
import { describe, type Reply, wordOf } from '../calls/reply.ts';

/** Collects what a cell finds, in the order of its steps. */
export class Assertions {
  readonly findings: Finding[] = [];

  that(holds: boolean, sentence: string, expected?: unknown, actual?: unknown): boolean {
    if (!holds) this.findings.push(finding(sentence, expected, actual));
    return holds;
  }

  equal(actual: unknown, expected: unknown, sentence: string): boolean {
    return this.that(isDeepStrictEqual(actual, expected), sentence, expected, actual ?? 'nothing');
  }

  status(reply: Reply, expected: number | readonly number[], sentence: string): boolean {
    const wanted = typeof expected === 'number' ? [expected] : expected;
    return this.that(wanted.includes(reply.status), sentence, wanted.join(' or '), describe(reply));
  }

  /** The status, and one of these words; `word.reason` where a reason is meant. */
  refused(reply: Reply, status: number, words: readonly string[], sentence: string): boolean {
    const word = wordOf(reply);
    const holds = reply.status === status && word !== undefined && words.includes(word);
    return this.that(holds, sentence, `${status} ${words.join(' or ')}`, describe(reply));
  }
}
