import { takesKey } from '../call.ts';
import type { Given, Setup } from './situation.ts';

/** For `@genvoris/mock`: a state is a scenario, chosen by key or, where there is none, by path. */
export function mockSetup(target: string): Setup {
  return ({ state, status, operationId }): Given | undefined => {
    if (status === undefined) return undefined;
    // An answer without a body has no example, and so no scenario; it is the default.
    if (state === 'no_body') return {};
    if (takesKey(operationId)) return { apiKey: `gvk_test_${state}` };
    return { target: `${target.replace(/\/$/, '')}/scenario/${state}` };
  };
}
