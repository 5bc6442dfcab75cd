import { takesKey } from '../calls/call.ts';
import type { StateHandler, StateParams } from './provider-state.ts';

/**
 * Returns the `setup` for `@genvoris/mock`: a state is a scenario, chosen by key or, where there is none, by path.
 *
 * @example await runProvider({ target: mock.url, apiKey: 'gvk_test_default', setup: mockSetup(mock.url) });
 */
export function mockSetup(target: string): StateHandler {
  return ({ state, status, operationId }): StateParams | undefined => {
    if (status === undefined) return undefined;
    // An answer without a body has no example, and so no scenario; it is the default.
    if (state === 'no_body') return {};
    if (takesKey(operationId)) return { apiKey: `gvk_test_${state}` };
    return { target: `${target.replace(/\/$/, '')}/scenario/${state}` };
  };
}
