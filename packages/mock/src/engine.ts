import type { Answer } from './answers/answer.ts';
import type { FaultTiming } from './faults/exchange.ts';
import type { RecordedRequest } from './requests/recorded-request.ts';
import type { RequestLog } from './requests/request-log.ts';
import type { Overrides } from './scenarios/behaviour.ts';

/** Changes an answer before it is sent, or before a fault breaks it: in place, or by giving another one. */
export type Mutate =
  | ((answer: Answer, request: RecordedRequest) => Answer | undefined)
  | ((answer: Answer, request: RecordedRequest) => void);

/** What all exchanges of a server share. */
export interface Engine {
  url: () => string;
  /** Where the `redirect` fault points; opened when it is first needed. */
  redirectTarget: () => Promise<string>;
  log: RequestLog;
  overrides: Overrides;
  mutate: () => Mutate | undefined;
  cors: boolean;
  checkRequests: boolean;
  timing: FaultTiming;
  onExchange: ((request: RecordedRequest) => void) | undefined;
}
