import type { Finding } from '../cells/finding.ts';

export interface CheckFinding extends Finding {
  /** `<operationId>.<rule>` */
  check: string;
  rule: string;
}

export interface CellResult {
  id: string;
  operationId: string;
  /** The spec the cell is about: its upstream operation's, or the storefront's. */
  spec: string;
  dimension: string;
  title: string;
  state: 'conforms' | 'fails' | 'not_run';
  /** Why it did not run. */
  reason?: string;
  tookMs: number;
  checks: string[];
  findings: CheckFinding[];
}

export interface CheckResult {
  id: string;
  rule: string;
  says: string;
  source: string;
  state: 'holds' | 'broken' | 'not_run';
  cells: number;
  /** The cells in which it is broken. */
  broken: string[];
}

export interface Coverage {
  name: string;
  total: number;
  ran: number;
  conform: number;
}

/** What a run found, by cell, check, operation and spec. Times are in milliseconds. */
export interface Report {
  name: string;
  target: string;
  /** Every cell ran and conforms. */
  conforms: boolean;
  /** Only part of the matrix was asked for. */
  partial: boolean;
  startedAt: string;
  tookMs: number;
  total: Coverage;
  specs: Coverage[];
  operations: Coverage[];
  checks: CheckResult[];
  cells: CellResult[];
}
