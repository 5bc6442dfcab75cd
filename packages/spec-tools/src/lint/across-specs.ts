import type { Contract } from '../contract/read-contract.ts';
import { cataloguedEnums } from './across/catalogued-enums.ts';
import { knownModels } from './across/known-models.ts';
import { shownValues } from './across/shown-values.ts';
import { statedLimits } from './across/stated-limits.ts';
import { translatedWords } from './across/translated-words.ts';
import { upstreamCalls } from './across/upstream-calls.ts';
import type { Problem } from './problem.ts';

/** Our rules that look across documents. Those on one document are in `plugin.ts`. */
const RULES = {
  'shown-values': shownValues,
  'translated-words': translatedWords,
  'upstream-calls': upstreamCalls,
  'known-models': knownModels,
  'stated-limits': statedLimits,
  'catalogued-enums': cataloguedEnums,
};

export function lintAcross(contract: Contract): Problem[] {
  return Object.entries(RULES).flatMap(([name, rule]) =>
    Array.from(rule(contract), (found) => ({ rule: `genvoris/${name}`, ...found })),
  );
}
