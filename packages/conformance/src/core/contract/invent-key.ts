import { randomBytes } from 'node:crypto';

/** A key of the documented form that no shop has. */
export function inventKey(mode: 'test' | 'live' = 'test'): string {
  return `gvk_${mode}_${randomBytes(18).toString('hex')}`;
}
