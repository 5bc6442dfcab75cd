import { takesKey } from '../call.ts';
import type { Given, Setup } from './situation.ts';

/** For `@genvoris/mock`: a state is a scenario, chosen by key or, where there is none, by path. */
export function mockSetup(target: string): Setup {
  return ({ state, status, operationId }): Given | undefined => {
    if (status === undefined) return undefined;
    if (takesKey(operationId)) return { apiKey: `gvk_test_${state}` };
    return { target: `${target.replace(/\/$/, '')}/scenario/${state}` };
  };
}
