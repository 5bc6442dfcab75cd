import { unless } from '../../../core/cells/finding.ts';
import { operationOf } from '../../../core/contract/documented.ts';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import { isAnswer } from '../../../core/http/answer.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { guardCell } from '../cells/flow-cell.ts';
import { goodAnswer, usualViewer } from '../cells/good-call.ts';
import { exchangeOf, judgeRefused, untouched } from '../cells/observe.ts';
import type { GuestMode } from '../oracle/answers.ts';
import { ownError } from '../oracle/translate.ts';
import { judgeExpected } from '../rules/expected-answer.ts';

interface PathForm {
  value: string;
  title: string;
  path: (mount: string, path: string) => string;
  /** Outside the mount the host may answer as it likes, as long as it is no success. */
  outside?: boolean;
}

const FORMS: PathForm[] = [
  { value: 'longer', title: 'one segment more', path: (mount, path) => `${mount}${path}/extra` },
  {
    value: 'dot-segments',
    title: 'dot segments after it',
    path: (mount, path) => `${mount}${path}/../admin`,
  },
  {
    value: 'encoded-dots',
    title: 'encoded dot segments after it',
    path: (mount, path) => `${mount}${path}/%2e%2e/admin`,
  },
  {
    value: 'encoded-slash',
    title: 'an encoded slash after it',
    path: (mount, path) => `${mount}${path}%2fadmin`,
  },
  {
    value: 'encoded-query',
    title: 'an encoded question mark after it',
    path: (mount, path) => `${mount}${path}%3fadmin=1`,
  },
  {
    value: 'sibling',
    title: 'a path beside it that is not on the list',
    path: (mount, path) => `${mount}${path.replace(/[^/]+$/, 'admin')}`,
  },
  {
    value: 'host-in-path',
    title: 'a host name in place of the mount',
    path: (mount, path) => `//evil.example${mount}${path}`,
    outside: true,
  },
];

export function pathCells(operationId: StorefrontOperationId, guests: GuestMode): AdapterCell[] {
  return FORMS.map(({ value, title, path, outside }) =>
    guardCell(operationId, 'path', `path-${value}`, title, async (harness) => {
      harness.upstream.begin({});
      const mount = harness.settings.target.pathname.replace(/\/$/, '');
      const asked = { path: path(mount, operationOf(operationId).path) };
      const browser = harness.viewer(usualViewer(operationId));
      const exchange = await exchangeOf(harness, browser, operationId, ownError('path_not_allowed'), asked);
      if (!outside) return await judgeRefused(exchange);
      const { outcome, calls } = exchange;
      const status = isAnswer(outcome) ? outcome.status : 'none';
      const served = isAnswer(outcome) && outcome.status < 400;
      // An adapter that answers nothing at all refuses this too; the right path next to it is served.
      const viewer = usualViewer(operationId);
      const good = goodAnswer(operationId, viewer, guests);
      const right = await exchangeOf(harness, harness.viewer(viewer), operationId, good);
      return [
        ...untouched(calls),
        ...unless(!served, 'a path that is not the adapter’s was answered', 'an error', status),
        ...judgeExpected(right),
      ];
    }),
  );
}
