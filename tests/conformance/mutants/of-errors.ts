import { answers, changedJson } from '@genvoris/testing/mutations';
import { answersHeader, type Mutant, remembersUpstream, restatus } from './mutant.ts';
import { CALLING, KEY_REFUSED } from './operations.ts';

/** Mistakes in how upstream failures are told. */
export const ERROR_MUTANTS: Mutant[] = [
  {
    name: 'answers 200 for an upstream error',
    rule: 'translation',
    operations: CALLING,
    cells: ['*/error/*'],
    front: restatus(200, 401, 402),
  },
  {
    name: 'takes an unknown refusal for an unreachable upstream',
    rule: 'unknown-error',
    operations: CALLING,
    cells: ['*/unknown/402-no-word'],
    front: restatus(502, 500),
  },
  {
    name: 'lets an answer that breaks its schema pass',
    rule: 'broken-answer',
    operations: CALLING,
    cells: ['*/broken/array'],
    front: restatus(200, 502),
  },
  {
    name: 'blames itself for a fault of the connection',
    rule: 'fault',
    operations: CALLING,
    cells: ['*/fault/refused', '*/fault/reset_before_headers'],
    front: answers(/./, (answer) =>
      answer.status === 502
        ? changedJson({ ...answer, status: 500 }, (body) => ({ ...body, code: 'internal_error' }))
        : answer,
    ),
  },
  {
    name: 'drops Retry-After',
    rule: 'retry-after',
    operations: CALLING,
    cells: ['*/retry-after/seconds'],
    front: answersHeader('Retry-After', undefined),
  },
  {
    name: 'copies an upstream error body',
    rule: 'error-body',
    operations: CALLING,
    cells: [KEY_REFUSED],
    back: remembersUpstream,
    front: (memory) =>
      answers(/./, (answer) =>
        answer.status >= 400 && memory.upstream ? { ...answer, body: memory.upstream.body } : answer,
      )(),
  },
];
