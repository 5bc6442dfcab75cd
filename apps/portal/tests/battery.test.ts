import { describeOnBoth, runSuites } from './kit/storages.ts';
import type { TestPortal } from './kit/test-portal.ts';
import { callerSuite } from './suites/callers.ts';
import { concurrency } from './suites/concurrency.ts';
import { connect } from './suites/connect.ts';
import { customers } from './suites/customers.ts';
import { errors } from './suites/errors.ts';
import { events } from './suites/events.ts';
import { funnel } from './suites/funnel.ts';
import { funnelModel } from './suites/funnel-model.ts';
import { grants } from './suites/grants.ts';
import { hostileInput } from './suites/hostile-input.ts';
import { idempotency } from './suites/idempotency.ts';
import { integrators } from './suites/integrators.ts';
import { isolation } from './suites/isolation.ts';
import { ledger } from './suites/ledger.ts';
import { model } from './suites/model.ts';
import { pictureAttacks } from './suites/picture-attacks.ts';
import { rateLimits } from './suites/rate-limits.ts';
import { sessions } from './suites/sessions.ts';
import { track } from './suites/track.ts';
import { tryon } from './suites/tryon.ts';
import { webhookDeliveries } from './suites/webhook-deliveries.ts';
import { webhookEndpoints } from './suites/webhook-endpoints.ts';

// One battery, held against both storages. Every test has stores of its own, so that they share a database.

const SUITES = [
  customers,
  grants,
  sessions,
  track,
  tryon,
  pictureAttacks,
  idempotency,
  errors,
  callerSuite,
  hostileInput,
  isolation,
  concurrency,
  webhookEndpoints,
  webhookDeliveries,
  connect,
  integrators,
  rateLimits,
  model,
  ledger,
  events,
  funnel,
  funnelModel,
];

await describeOnBoth('the portal', (locate, storage) =>
  runSuites(
    SUITES.map((suite) => (running: () => TestPortal) => suite(running, storage)),
    locate,
  ),
);
