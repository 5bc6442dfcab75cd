import type { Defect } from './defect.ts';
import { changeJson, withoutHeader } from './message.ts';
import { CALLING, KEY_REFUSED } from './operations.ts';

/** Mistakes in how upstream failures are told. */
export const ERROR_DEFECTS: Defect[] = [
  {
    name: 'answers 200 for an upstream error',
    rule: 'translation',
    operations: CALLING,
    cells: ['*/error/*'],
    front: () => ({
      answer(answer) {
        if (answer.status === 401 || answer.status === 402) answer.status = 200;
      },
    }),
  },
  {
    name: 'takes an unknown refusal for an unreachable upstream',
    rule: 'unknown-error',
    operations: CALLING,
    cells: ['*/unknown/402-no-word'],
    front: () => ({
      answer(answer) {
        if (answer.status === 500) answer.status = 502;
      },
    }),
  },
  {
    name: 'lets an answer that breaks its schema pass',
    rule: 'broken-answer',
    operations: CALLING,
    cells: ['*/broken/array'],
    front: () => ({
      answer(answer) {
        if (answer.status === 502) answer.status = 200;
      },
    }),
  },
  {
    name: 'blames itself for a fault of the connection',
    rule: 'fault',
    operations: CALLING,
    cells: ['*/fault/refused', '*/fault/reset_before_headers'],
    front: () => ({
      answer(answer) {
        if (answer.status !== 502) return;
        answer.status = 500;
        changeJson(answer, (body) => ({ ...body, code: 'internal_error' }));
      },
    }),
  },
  {
    name: 'drops Retry-After',
    rule: 'retry-after',
    operations: CALLING,
    cells: ['*/retry-after/seconds'],
    front: () => ({ answer: (answer) => withoutHeader(answer, /^retry-after$/i) }),
  },
  {
    name: 'copies an upstream error body',
    rule: 'error-body',
    operations: CALLING,
    cells: [KEY_REFUSED],
    front: () => ({
      answer(answer, _head, { upstream }) {
        if (answer.status >= 400 && upstream) answer.body = Buffer.from(upstream.body);
      },
    }),
  },
];
