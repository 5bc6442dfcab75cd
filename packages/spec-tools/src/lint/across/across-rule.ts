import type { Json } from '../../contract/json.ts';
import type { ContractOperation } from '../../contract/operations.ts';
import type { Contract } from '../../contract/read-contract.ts';
import type { Problem } from '../problem.ts';

/** A rule that needs more than one document to decide. */
export type AcrossRule = (contract: Contract) => Iterable<Omit<Problem, 'rule'>>;

/** The list an extension of an operation holds; empty where it is not there. */
export function list({ operation }: ContractOperation, name: string): Json[] {
  const value: Json | undefined = operation[name];
  return Array.isArray(value) ? value : [];
}
