import { join } from 'node:path';
import { keepBaseline } from './keep-baseline.ts';

const root = join(import.meta.dirname, '..', '..');
console.log(`openapi/released now holds the contract of ${keepBaseline(root)}.`);
