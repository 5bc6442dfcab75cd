export type { Answer } from './answer.ts';
export type { Behaviour, BehaviourChooser, BehaviourSource, CustomAnswer } from './behaviour.ts';
export type { Mutate } from './engine.ts';
export { type ClosedPort, holdClosedPort, UNRESOLVABLE_URL } from './faults/addresses.ts';
export type { FaultTiming } from './faults/exchange.ts';
export { ListenError } from './listener.ts';
export { type ListedScenario, listScenarios } from './listing.ts';
export { createMock, type Mock, type MockOptions } from './mock.ts';
export type { RecordedRequest, RequestState, Timeline } from './recorded-request.ts';
export { KEY_PREFIX, SELECTABLE_NAMES } from './scenario.ts';
export { createScenarioServer, type ScenarioServer, type ScenarioServerOptions } from './scenario-server.ts';
export {
  type CheckedAnswer,
  type SelfCheckOptions,
  type SelfCheckReport,
  selfCheck,
} from './self-check/self-check.ts';
