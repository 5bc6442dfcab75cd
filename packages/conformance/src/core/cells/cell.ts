import type { OperationId } from '@genvoris/contract';
import type { Finding } from './finding.ts';

/** One point of a subject's matrix: a situation, and the rules that are held against it. */
export interface Cell<Rule extends string = string> {
  /** Stable, and begins with the operation's id. */
  readonly id: string;
  readonly operationId: OperationId;
  /** The operation behind it whose spec the cell is about, if that is another one. */
  readonly upstream?: OperationId | undefined;
  /** What the cell is about; the second-last part of its id. */
  readonly dimension: string;
  readonly title: string;
  readonly rules: readonly Rule[];
  /** It mostly waits, so that several are driven side by side. */
  readonly waits?: boolean;
}

/** What each rule that a cell holds found; empty where it is kept. */
export type Verdicts<Rule extends string = string> = Partial<Record<Rule, Finding[]>>;

/** What each rule says, and where the contract says it. */
export type RuleTexts = Readonly<Record<string, { readonly says: string; readonly source: string }>>;
