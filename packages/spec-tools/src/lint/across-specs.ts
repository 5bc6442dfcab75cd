import type { AcrossRule } from './across/across-rule.ts';
import { cataloguedEnums } from './across/catalogued-enums.ts';
import { knownModels } from './across/known-models.ts';
import { shownValues } from './across/shown-values.ts';
import { statedLimits } from './across/stated-limits.ts';
import { translatedWords } from './across/translated-words.ts';
import { upstreamCalls } from './across/upstream-calls.ts';

/** Our rules that look across documents. Those on one document are in `plugin.ts`. */
export const ACROSS_RULES: readonly AcrossRule[] = [
  shownValues,
  translatedWords,
  upstreamCalls,
  knownModels,
  statedLimits,
  cataloguedEnums,
];
