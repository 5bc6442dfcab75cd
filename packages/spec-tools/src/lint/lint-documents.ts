import { join, relative } from 'node:path';
import type { NormalizedProblem } from '@redocly/openapi-core';
import { specFiles } from '../contract/bundle.ts';
import { REPOSITORY } from '../contract/repository.ts';
import type { Problem } from './problem.ts';

/** Runs Redocly with `redocly.yaml` of this REPOSITORY over the specs under `root`. */
export async function lintDocuments(root: string): Promise<Problem[]> {
  const { lint, loadConfig } = await import('@redocly/openapi-core');
  const config = await loadConfig({ configPath: join(REPOSITORY, 'redocly.yaml') });
  const found = await Promise.all(specFiles(root).map((ref) => lint({ ref, config })));
  return Promise.all(found.flat().map((problem) => toProblem(root, problem)));
}

async function toProblem(root: string, { ruleId, message, location }: NormalizedProblem): Promise<Problem> {
  const { getLineColLocation } = await import('@redocly/openapi-core');
  const first = location[0];
  if (!first) return { rule: ruleId, file: '', at: '', message };
  const { line, col } = getLineColLocation(first).start;
  return { rule: ruleId, file: relative(root, first.source.absoluteRef), at: `${line}:${col}`, message };
}
