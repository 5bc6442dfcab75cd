import { CTA_TYPES, FAULT_NAMES, FAULTS, type FaultName } from '@genvoris/contract';
import type { BehaviourSource } from '@genvoris/mock';
import type { Cell, Verdicts } from '../../core/cells/cell.ts';
import { catalogueErrors } from '../../core/contract/catalogue-errors.ts';
import { documentedAnswer, exampleOf } from '../../core/contract/documented.ts';
import {
  brokenSuccesses,
  unknownAccess,
  unknownErrors,
  wrongBodies,
} from '../../core/contract/odd-answers.ts';
import { type ExpectedPage, expectPage, UNREADABLE } from './expected.ts';
import type { WidgetHarness } from './harness.ts';
import type { WidgetOperation } from './operations.ts';
import type { WidgetRule } from './rules.ts';

export interface WidgetCell extends Cell<WidgetRule> {
  readonly operationId: WidgetOperation;
  drive(harness: WidgetHarness): Promise<Verdicts<WidgetRule>>;
}

/** One answer to the page's status question, and what the page must make of it. */
export interface AnswerCell {
  operationId: WidgetOperation;
  dimension: string;
  value: string;
  title: string;
  behaviour: BehaviourSource;
  /** Where there is nobody to answer. */
  unreachable?: Extract<FaultName, 'refused' | 'unresolvable'>;
  expected: ExpectedPage;
  /** The rules to hold, where not all can be. */
  rules?: WidgetRule[];
}

/** Every answer the page can meet, from the same catalogues as the adapters' matrix. */
export async function answerCells(operationId: WidgetOperation): Promise<AnswerCell[]> {
  const cells: AnswerCell[] = [];
  const add = (
    dimension: string,
    value: string,
    title: string,
    more: Pick<AnswerCell, 'behaviour' | 'expected'> & Partial<AnswerCell>,
  ) => cells.push({ operationId, dimension, value, title, ...more });

  for (const { name, value } of documentedAnswer(operationId, 200)?.examples ?? []) {
    const expected = await expectPage({ status: 200, body: value });
    add('access', name, `the status is ${name}`, { behaviour: name, expected });
  }
  for (const { name, body } of [...unknownAccess(), ...unknownCtas(operationId)]) {
    add('access', name, `the status has ${name} access`, {
      behaviour: { status: 200, body },
      expected: await expectPage({ status: 200, body }),
    });
  }
  for (const { name, status, body, documented } of catalogueErrors(operationId)) {
    const retryAfter = status === 429 ? '60' : undefined;
    const expected = await expectPage({ status, body, retryAfter });
    const headers: Record<string, string> = retryAfter === undefined ? {} : { 'Retry-After': retryAfter };
    add('error', name, `the status is refused with ${status} ${name}`, {
      behaviour: documented ? name : { status, body, headers },
      expected,
    });
  }
  for (const { name, status, body, raw, type } of [...unknownErrors(operationId), ...wrongBodies()]) {
    const headers: Record<string, string> = type === undefined ? {} : { 'Content-Type': type };
    add('unknown', name, `the answer is ${name}`, {
      behaviour: { status, headers, body: raw ?? body },
      expected: await expectPage({ status, body }),
    });
  }
  for (const { name, status, body, raw } of brokenSuccesses('getStatus')) {
    if (status !== 200) continue;
    const expected = await expectPage({ status, body });
    add('broken', name, `the answer is 200, ${name}`, { behaviour: { status, body: raw ?? body }, expected });
  }
  for (const fault of FAULT_NAMES) {
    const early = fault === 'refused' || fault === 'unresolvable';
    add('fault', fault, FAULTS[fault].description, {
      behaviour: { fault },
      expected: UNREADABLE,
      ...(early && { unreachable: fault }),
      // JSON that says it is HTML: an adapter must refuse it, a page may read it. Neither may break.
      ...(fault === 'wrong_content_type' && { rules: ['ui-no-crash'] }),
    });
  }
  return cells;
}

function unknownCtas(operationId: WidgetOperation): { name: string; body: Record<string, unknown> }[] {
  if (operationId !== 'getStorefrontStatus') return [];
  const allowed = exampleOf(operationId, 200, 'ALLOWED');
  const ctas: Record<string, unknown> = { 'unknown-cta': 'dance', 'mistyped-cta': 7 };
  for (const cta of CTA_TYPES) ctas[`cta-${cta}`] = cta;
  return Object.entries(ctas).map(([name, ctaType]) => {
    return {
      name,
      body: { ...(allowed as Record<string, unknown>), canTryOn: ctaType === 'try_on', ctaType },
    };
  });
}
