import { describe } from 'vitest';
import { createPgliteLedger } from '../src/pglite.ts';
import { battery } from './battery.ts';

// In memory: the folder is PGlite's own matter.
describe('PGlite', () =>
  battery({ create: () => createPgliteLedger({ folder: 'memory://' }), place: undefined, runs: 5 }));
