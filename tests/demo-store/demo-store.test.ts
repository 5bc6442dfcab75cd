import { startForAll } from './running.ts';
import { models } from './suites/models.ts';
import { pages } from './suites/pages.ts';
import { portalSide } from './suites/portal-side.ts';
import { scenarios } from './suites/scenarios.ts';

// One process and one browser for all: starting them takes longer than what is asked of them. The clock moves last.
const running = startForAll();
scenarios(running);
pages(running);
models(running);
portalSide(running);
