import { type OperationId, tolerateStatus } from '@genvoris/contract';
import { validateResponse } from '@genvoris/contract/validators';
import type { Redact } from '@genvoris/http';
import { type ContractBreach, GenvorisContractError } from '../errors.ts';
import type { TransportResponse } from '../transport/types.ts';
import { requestId } from './api-error.ts';
import { parseJson } from './json.ts';

/**
 * Holds a 2xx answer to its spec and gives its body, `undefined` where there is none.
 *
 * @throws GenvorisContractError
 */
export function readAnswer(operationId: OperationId, response: TransportResponse, redact: Redact): unknown {
  const breach = (breaches: readonly ContractBreach[]) =>
    new GenvorisContractError(
      operationId,
      breaches.map(({ path, message }) => ({ path: redact(path), message: redact(message) })),
      { status: response.status, requestId: requestId(response, redact) },
    );
  const empty = response.body.byteLength === 0;
  const body = empty ? undefined : parseJson(response.body);
  if (body === undefined && !empty) throw breach([{ path: '', message: 'is not JSON' }]);
  const read = operationId === 'getStatus' ? tolerateStatus(body) : body;
  const mediaType = empty ? undefined : (response.headers['content-type'] ?? '');
  const result = validateResponse(operationId, response.status, read, mediaType);
  if (!result.ok && empty) throw breach([{ path: '', message: 'is empty' }]);
  if (!result.ok) throw breach(result.errors);
  return read;
}
