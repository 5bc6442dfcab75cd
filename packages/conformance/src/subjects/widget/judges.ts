import { type Finding, finding, unless } from '../../core/cells/finding.ts';
import type { ExpectedPage } from './expected.ts';
import type { ObservedPage, Sight } from './observed-page.ts';

export function judgeView({ state }: ExpectedPage, sight: Sight): Finding[] {
  const got = sight.state ?? 'no data-genvoris-state';
  return unless(sight.state === state, 'the page shows something else', state, got);
}

export function judgeVisible({ state, resetsAt }: ExpectedPage, sight: Sight): Finding[] {
  const isTrigger = state === 'trigger';
  const hasPanel = !isTrigger && state !== 'hidden';
  const { buttonVisible, panelVisible, callsToAction } = sight;
  const button = isTrigger ? 'the trigger cannot be seen' : 'the button can be seen';
  const panel = hasPanel ? 'the card cannot be seen' : 'a card can be seen';
  const findings = [
    // Nothing to be seen proves nothing where nothing ever happens.
    ...unless(sight.state !== null, 'the button was never taken up'),
    ...unless(buttonVisible === isTrigger, button, isTrigger, buttonVisible),
    ...unless(panelVisible === hasPanel, panel, hasPanel, panelVisible),
  ];
  if (!hasPanel || !panelVisible) return findings;
  const dated = state === 'reset_notice' && resetsAt !== undefined;
  const shown = sight.dates.map((date) => Date.parse(date ?? ''));
  const told = !dated || shown.includes(Date.parse(resetsAt));
  const dates = sight.dates.join(', ') || 'no date';
  return [
    ...findings,
    ...unless(sight.panelText !== '', 'the card says nothing'),
    ...unless(state === 'notice' || callsToAction.length > 0, 'the card has no call to action'),
    ...unless(told, 'the notice does not say when the allowance resets', resetsAt, dates),
  ];
}

export function judgeRetry(
  { requests: { least, most } }: ExpectedPage,
  { requests }: ObservedPage,
): Finding[] {
  const right = requests >= least && requests <= most;
  const wanted = least === most ? least : `${least} or ${most} times`;
  return unless(right, 'the status was asked for too rarely or too often', wanted, requests);
}

/** A page is quiet only if the widget was at work on it. */
export function judgeNoCrash({ complaints }: ObservedPage, sight: Sight): Finding[] {
  const idle = unless(sight.state !== null, 'the widget did nothing, so nothing is shown');
  return [...idle, ...complaints.map((complaint) => finding('the page complained', 'nothing', complaint))];
}
