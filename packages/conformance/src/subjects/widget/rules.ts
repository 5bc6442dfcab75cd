import type { RuleTexts } from '../../core/cells/cell.ts';

export const WIDGET_RULES = {
  'ui-fork': {
    says: 'Access and ctaType decide what the page shows: trigger, upsell, reset notice, link, notice or nothing; what is not understood shows nothing.',
    source: 'shared/access.yaml#/Access/x-values',
  },
  'ui-visible': {
    says: 'The button is to be seen as the trigger and at no other time; a card has its call to action, a reset notice its date.',
    source: 'shared/access.yaml#/Access/x-values',
  },
  'ui-retry': {
    says: 'ERROR is asked about once more, and not a third time.',
    source: 'shared/access.yaml#/Access/x-values/ERROR',
  },
  'ui-no-crash': {
    says: 'Whatever the answer, the page throws and complains of nothing.',
    source: 'shared/access.yaml#/Access',
  },
  'ui-page-view': {
    says: 'The answer is kept for the page view: however many buttons, one question.',
    source: 'status.yaml#/paths/~1status/get',
  },
  'ui-refetch': {
    says: 'The status is read again on genvoris:tryon-completed and when the page is seen after more than five minutes hidden, not before.',
    source: 'status.yaml#/paths/~1status/get',
  },
} as const satisfies RuleTexts;

export type WidgetRule = keyof typeof WIDGET_RULES;
