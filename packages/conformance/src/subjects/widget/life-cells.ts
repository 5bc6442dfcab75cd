import { type Finding, unless } from '../../core/cells/finding.ts';
import { success } from '../../core/contract/documented.ts';
import type { WidgetHarness } from './harness.ts';
import type { WidgetOperation } from './operations.ts';
import type { WidgetRule } from './rules.ts';

/** What happens to a page after its first answer. */
export interface LifeCell {
  value: string;
  title: string;
  rule: WidgetRule;
  drive: (harness: WidgetHarness, operationId: WidgetOperation) => Promise<Finding[]>;
}

const MINUTES = 60_000;

export const LIFE_CELLS: LifeCell[] = [
  {
    value: 'several-buttons',
    title: 'a page with five buttons, and a sixth that comes later',
    rule: 'ui-page-view',
    async drive(harness, operationId) {
      const { observed } = await harness.visit(operationId, success(operationId, 'ALLOWED'), { buttons: 5 });
      await observed.page.evaluate(ADD_BUTTON);
      const sight = await observed.settle();
      return [...asked(observed.requests, 1), ...shows(sight.state, 'trigger')];
    },
  },
  {
    value: 'second-try',
    title: 'an unknown access first, then ALLOWED',
    rule: 'ui-retry',
    async drive(harness, operationId) {
      const broken = { status: 200, body: { access: 'BRAND_NEW' } };
      const { observed } = await harness.visit(operationId, [broken, success(operationId, 'ALLOWED')]);
      const sight = await observed.look();
      return [...asked(observed.requests, 2), ...shows(sight.state, 'trigger')];
    },
  },
  {
    value: 'tryon-completed',
    title: 'genvoris:tryon-completed, and the allowance is spent',
    rule: 'ui-refetch',
    async drive(harness, operationId) {
      const answers = [success(operationId, 'ALLOWED'), success(operationId, 'EXHAUSTED')];
      const { observed } = await harness.visit(operationId, answers);
      const before = (await observed.look()).state;
      await observed.page.evaluate(
        "window.dispatchEvent(new CustomEvent('genvoris:tryon-completed', { detail: {} }))",
      );
      const sight = await observed.settle();
      return [
        ...shows(before, 'trigger'),
        ...asked(observed.requests, 2),
        ...shows(sight.state, 'reset_notice'),
      ];
    },
  },
  {
    value: 'hidden-for-long',
    title: 'seen again after more than five minutes hidden',
    rule: 'ui-refetch',
    drive: (harness, operationId) => hide(harness, operationId, 5.1 * MINUTES, 2, 'reset_notice'),
  },
  {
    value: 'hidden-for-a-while',
    title: 'seen again after less than five minutes hidden',
    rule: 'ui-refetch',
    drive: (harness, operationId) => hide(harness, operationId, 4.5 * MINUTES, 1, 'trigger'),
  },
];

async function hide(
  harness: WidgetHarness,
  operationId: WidgetOperation,
  forMs: number,
  requests: number,
  state: string,
): Promise<Finding[]> {
  const answers = [success(operationId, 'ALLOWED'), success(operationId, 'EXHAUSTED')];
  const { observed } = await harness.visit(operationId, answers);
  await observed.page.evaluate(visibility('hidden'));
  await observed.page.clock.fastForward(forMs);
  await observed.page.evaluate(visibility('visible'));
  const sight = await observed.settle();
  return [...asked(observed.requests, requests), ...shows(sight.state, state)];
}

function asked(requests: number, expected: number): Finding[] {
  const right = requests === expected;
  return unless(right, 'the status was asked for too rarely or too often', expected, requests);
}

function shows(state: string | null, expected: string): Finding[] {
  return unless(state === expected, 'the page shows something else', expected, state ?? 'nothing');
}

function visibility(state: 'hidden' | 'visible'): string {
  return `Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => '${state}' });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => ${state === 'hidden'} });
    document.dispatchEvent(new Event('visibilitychange'));`;
}

const ADD_BUTTON = "document.body.append(document.querySelector('.genvoris-tryon-btn').cloneNode(true))";
