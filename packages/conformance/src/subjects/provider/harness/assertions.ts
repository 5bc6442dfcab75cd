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

  /** Equal but for when it was last written. */
  equalContent(actual: object | undefined, expected: object, sentence: string): boolean {
    return this.equal({ ...actual, updatedAt: 0 }, { ...expected, updatedAt: 0 }, sentence);
  }

  /** The same status and body. */
  same(actual: Reply | undefined, expected: Reply | undefined, sentence: string): boolean {
    return this.equal([actual?.status, actual?.body], [expected?.status, expected?.body], sentence);
  }

  status(reply: Reply, expected: number | readonly number[], sentence: string): boolean {
    const wanted = typeof expected === 'number' ? [expected] : expected;
    return this.that(wanted.includes(reply.status), sentence, wanted.join(' or '), describe(reply));
  }

  /** The status, and the word or one of the words; `word.reason` where a reason is meant. */
  refused(reply: Reply, status: number, wanted: string | readonly string[], sentence: string): boolean {
    const word = wordOf(reply);
    const words = typeof wanted === 'string' ? [wanted] : wanted;
    const holds = reply.status === status && word !== undefined && words.includes(word);
    return this.that(holds, sentence, `${status} ${words.join(' or ')}`, describe(reply));
  }
}
