import { type Finding, finding } from '../../core/cells/finding.ts';
import type { ExpectedPage } from './expected.ts';
import type { ObservedPage, Sight } from './observed-page.ts';

export function judgeFork({ state }: ExpectedPage, sight: Sight): Finding[] {
  return sight.state === state
    ? []
    : [finding('the page shows something else', state, sight.state ?? 'no data-genvoris-state')];
}

export function judgeVisible({ state, resetsAt }: ExpectedPage, sight: Sight): Finding[] {
  const findings: Finding[] = [];
  const isTrigger = state === 'trigger';
  const hasPanel = !isTrigger && state !== 'hidden';
  // Nothing to be seen proves nothing where nothing ever happens.
  if (sight.state === null) findings.push(finding('the button was never taken up'));
  if (sight.buttonVisible !== isTrigger) {
    findings.push(
      finding(
        isTrigger ? 'the trigger cannot be seen' : 'the button can be seen',
        isTrigger,
        sight.buttonVisible,
      ),
    );
  }
  if (sight.panelVisible !== hasPanel) {
    findings.push(
      finding(hasPanel ? 'the card cannot be seen' : 'a card can be seen', hasPanel, sight.panelVisible),
    );
  }
  if (!hasPanel || !sight.panelVisible) return findings;
  if (sight.panelText === '') findings.push(finding('the card says nothing'));
  if (state !== 'notice' && sight.callsToAction.length === 0)
    findings.push(finding('the card has no call to action'));
  const shown = sight.dates.map((date) => Date.parse(date ?? ''));
  if (state === 'reset_notice' && resetsAt !== undefined && !shown.includes(Date.parse(resetsAt))) {
    findings.push(
      finding(
        'the notice does not say when the allowance resets',
        resetsAt,
        sight.dates.join(', ') || 'no date',
      ),
    );
  }
  return findings;
}

export function judgeRetry(
  { requests: { least, most } }: ExpectedPage,
  { requests }: ObservedPage,
): Finding[] {
  if (requests >= least && requests <= most) return [];
  return [
    finding(
      'the status was asked for too rarely or too often',
      least === most ? least : `${least} or ${most} times`,
      requests,
    ),
  ];
}

/** A page is quiet only if the widget was at work on it. */
export function judgeNoCrash({ complaints }: ObservedPage, sight: Sight): Finding[] {
  const idle = sight.state === null ? [finding('the widget did nothing, so nothing is shown')] : [];
  return [...idle, ...complaints.map((complaint) => finding('the page complained', 'nothing', complaint))];
}
