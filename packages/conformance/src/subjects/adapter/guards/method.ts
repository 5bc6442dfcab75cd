import { operationOf } from '../../../core/contract/documented.ts';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { exchangeCell } from '../cells/exchange-cell.ts';
import { usualViewer } from '../cells/good-call.ts';
import { judgeRefused } from '../cells/observe.ts';
import { ownError } from '../oracle/translate.ts';

export function methodCells(operationId: StorefrontOperationId): AdapterCell[] {
  const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
    (one) => one !== operationOf(operationId).method,
  );
  return others.map((method) =>
    exchangeCell({
      operationId,
      value: `method-${method}`,
      title: `${method} in place of ${operationOf(operationId).method}`,
      viewer: usualViewer(operationId),
      expected: ownError('path_not_allowed'),
      // A GET or DELETE with a body is refused by some hosts before the adapter sees it.
      call: { method, body: null, ...(method === 'GET' && { headers: { 'Content-Length': null } }) },
      rules: ['method', 'spec'],
      judges: { method: judgeRefused },
    }),
  );
}
