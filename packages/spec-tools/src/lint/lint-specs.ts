import { readContract } from '../contract/read-contract.ts';
import { SpecError } from '../contract/spec-error.ts';
import { lintAcross } from './across-specs.ts';
import { lintDocuments } from './lint-documents.ts';
import { type Problem, sortProblems } from './problem.ts';
import { validateExamples } from './validate-examples.ts';

export interface LintResult {
  specs: number;
  operations: number;
  examples: number;
  problems: Problem[];
}

/** Lints every spec under `root`: each document, what spans them, and all examples. */
export async function lintSpecs(root: string): Promise<LintResult> {
  const problems = await lintDocuments(root);
  try {
    const contract = await readContract(root);
    const { count, problems: invalid } = await validateExamples(contract);
    problems.push(...lintAcross(contract), ...invalid);
    const { specs, operations } = contract;
    return {
      specs: specs.length,
      operations: operations.length,
      examples: count,
      problems: sortProblems(problems),
    };
  } catch (cause) {
    if (!(cause instanceof SpecError)) throw cause;
    const { file, pointer, problem } = cause;
    problems.push({ rule: 'genvoris/readable', file, at: pointer, message: problem });
    return { specs: 0, operations: 0, examples: 0, problems: sortProblems(problems) };
  }
}
