import type { ProviderCell } from '../provider-cell.ts';

/** What must hold from one call to the next. */
export function stateCells(): ProviderCell[] {
  return [];
}
