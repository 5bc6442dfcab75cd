import { OPERATIONS } from '@genvoris/contract';
import { headerValues, isAnswer } from '../../../core/http/answer.ts';
import { type Call, operation, type ProviderOperationId } from '../calls/call.ts';
import type { ProviderCell } from '../cells/provider-cell.ts';
import { unknownId } from '../fixtures/valid-call.ts';
import { type Spoil, spoiltCell } from './spoilt-cell.ts';

const NOT_FOUND_WORDS = ['not_found', 'path_not_allowed'];
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Texts in place of an id, as they stand in the path; nothing is ever found by them. */
const HOSTILE_IDS: readonly (readonly [value: string, title: string, text: string])[] = [
  ['malformed', 'an id of another form', 'no-such-id'],
  ['too-long', 'an id of 3000 letters', 'a'.repeat(3000)],
  ['nul', 'an id with a NUL', 'a%00b'],
  ['slash', 'an id with an encoded slash', 'a%2Fb'],
  ['dots', 'an id that climbs', '%2e%2e%2fplans'],
  ['bad-escape', 'an escape that is none', '%E0%A4%A'],
  ['not-utf-8', 'an escape that is not UTF-8', '%FF%FE'],
  ['sql', 'an SQL injection', "'%20or%20'1'='1"],
];

/** Ids and paths that lead nowhere, and methods that nothing is documented for. */
export function pathCells(operationId: ProviderOperationId): ProviderCell[] {
  const { path, method, spec } = operation(operationId);
  const finds = (name: `${'unknown-id' | 'path' | 'method'}.${string}`, title: string, spoil: Spoil) =>
    spoiltCell(operationId, name, title, spoil, (assert, reply) =>
      assert.refused(reply, 404, NOT_FOUND_WORDS, 'what is not there is found'),
    );
  const cells: ProviderCell[] = [];
  for (const parameter of operation(operationId).parameters.filter((one) => one.in === 'path')) {
    // Revoking a session or a grant of a customer that is there, and one that is not, are two questions.
    const name = parameter.name;
    const unknown =
      {
        id: unknownId(path),
        deliveryId: 'whd_01JD8Z6T5V9M4K2Q7R3S8X1ZZZ',
        jti: 'ses_01JD8Z6T5V9M4K2Q7R3S8X1ZZZ',
        orderId: 'no_such_order',
      }[name] ?? 'unknown';
    cells.push(
      finds(`unknown-id.${name}.unknown`, `an unknown ${name}`, (call) => ({
        ...call,
        params: { ...call.params, [name]: unknown },
      })),
    );
    for (const [value, title, text] of HOSTILE_IDS)
      cells.push(
        finds(`unknown-id.${name}.${value}`, `${name}: ${title}`, (call) => ({
          ...call,
          path: pathWith(call, name, text),
        })),
      );
  }
  const documented = Object.values(OPERATIONS)
    .filter((one) => one.path === path)
    .map((one) => one.method as string);
  for (const other of METHODS.filter((one) => !documented.includes(one)))
    cells.push(
      finds(`method.${other}`, `${other} on a path of ${documented.join(' and ')}`, (call) => ({
        ...call,
        method: other,
        body: undefined,
      })),
    );
  cells.push(
    finds('path.below', 'a path below', (call) => ({
      ...call,
      path: `${pathWith(call, '', '')}/no/such/path`,
    })),
    finds('path.other-case', 'the path in capitals', (call) => ({
      ...call,
      path: path.toUpperCase().replaceAll(/\{[A-Z]+\}/g, 'x'),
    })),
  );
  if (method === 'GET' && spec !== 'connect') cells.push(headCell(operationId));
  return [...cells, optionsCell(operationId)];
}

/** The path with one parameter put in as it is. */
function pathWith({ operationId, params = {} }: Call, name: string, text: string): string {
  return operation(operationId).path.replace(/\{([^}]+)\}/g, (_whole, each: string) =>
    each === name ? text : encodeURIComponent(params[each] ?? ''),
  );
}

function headCell(operationId: ProviderOperationId): ProviderCell {
  const spoil = (valid: Call) => ({ ...valid, method: 'HEAD' });
  return spoiltCell(operationId, 'head.get', 'HEAD where GET is documented', spoil, (assert, reply) => {
    assert.status(reply, [200, 404], 'HEAD is answered in a way of its own');
    assert.equal(reply.text, '', 'HEAD gets a body');
  });
}

function optionsCell(operationId: ProviderOperationId): ProviderCell {
  const headers = {
    Origin: 'https://elsewhere.example',
    'Access-Control-Request-Method': operation(operationId).method,
  };
  const spoil = (valid: Call) => ({ ...valid, method: 'OPTIONS', body: undefined, headers });
  return spoiltCell(
    operationId,
    'head.options',
    'a preflight from another origin',
    spoil,
    (assert, reply) => {
      const { status, outcome } = reply;
      assert.that(status < 500 && status > 0, 'a preflight makes the server fail', 'below 500', status);
      if (!isAnswer(outcome)) return;
      // Keys are for servers.
      const allowed = headerValues(outcome, 'access-control-allow-origin');
      assert.equal(allowed, [], 'a page of another origin may read the answer');
    },
  );
}
