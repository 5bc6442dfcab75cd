import { operationOf } from '../contract/documented.ts';
import type { StorefrontOperationId } from '../contract/storefront.ts';
import type { Cell } from '../matrix/cell.ts';
import { exchangeCell } from '../matrix/exchange-cell.ts';
import { ownError } from '../oracle/translate.ts';
import { judgeRefused } from './flow-cell.ts';
import { usualViewer } from './good-call.ts';

export function methodCells(operationId: StorefrontOperationId): Cell[] {
  const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
    (one) => one !== operationOf(operationId).method,
  );
  return others.map((method) =>
    exchangeCell({
      operationId,
      upstream: undefined,
      dimension: 'guard',
      value: `method-${method}`,
      title: `${method} in place of ${operationOf(operationId).method}`,
      viewer: usualViewer(operationId),
      script: {},
      expected: ownError('path_not_allowed'),
      // A GET or DELETE with a body is refused by some hosts before the adapter sees it.
      call: { method, body: null, ...(method === 'GET' && { headers: { 'Content-Length': null } }) },
      rules: ['method', 'spec'],
      judges: { method: judgeRefused },
    }),
  );
}
