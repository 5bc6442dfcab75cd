import { describe } from 'vitest';
import { createMemoryLedger } from '../src/memory.ts';
import { battery } from './battery.ts';

describe('in memory', () => battery({ create: createMemoryLedger, place: undefined, runs: 100 }));
