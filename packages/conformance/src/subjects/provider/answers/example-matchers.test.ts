import { expect, test } from 'vitest';
import { documentedAnswer } from '../../../core/contract/documented.ts';
import { operation, PROVIDER_OPERATIONS } from '../calls/call.ts';
import { exampleMatcher } from './example-matchers.ts';

const several = PROVIDER_OPERATIONS.flatMap((operationId) =>
  Object.entries(operation(operationId).responses)
    .filter(([status, { examples }]) => Number(status) < 400 && examples.length > 1)
    .flatMap(([status, { examples }]) =>
      examples.map((example) => ({ operationId, status: Number(status), example, examples })),
    ),
);

test.each(several)(
  '$operationId $status: $example is told from its siblings by its mark',
  ({ operationId, status, example, examples }) => {
    const mark = exampleMatcher(operationId, example);
    if (!mark) throw new Error('there is no mark for this example: say in example-matchers.ts what it shows');
    const shown = documentedAnswer(operationId, status)?.examples ?? [];
    const marked = examples.filter((name) => {
      const body = shown.find((one) => one.name === name)?.value;
      const location = /href="([^"]+)"/.exec(String(body))?.[1]?.replaceAll('&amp;', '&');
      return mark(body, { text: String(body), header: () => location });
    });
    expect(marked).toEqual([example]);
  },
);
