import { operation, type ProviderOperationId, takesKey } from '../calls/call.ts';
import { describe } from '../calls/reply.ts';
import type { ProviderCell } from '../cells/provider-cell.ts';
import { parametersOf } from '../schema/parameters.ts';
import { assertInvalid, type Spoil, spoiltCell } from './spoilt-cell.ts';

const FAMILY = ['v1', 'tryon-track'];

/** Query parameters that nobody documents, and documented ones that come twice. */
export function queryCells(operationId: ProviderOperationId): ProviderCell[] {
  const { spec, path } = operation(operationId);
  if (!FAMILY.includes(spec) || !takesKey(operationId)) return [];
  const refused = (value: string, title: string, name: string, spoil: Spoil) =>
    spoiltCell(operationId, `query.${value}`, title, spoil, (assert, reply) => {
      assertInvalid(assert, reply);
      assert.equal(reply.body?.detail, `/${name}`, `the parameter is not named: ${describe(reply)}`);
    });
  const cells = [
    refused('unknown', 'a parameter that is not documented', 'no_such_parameter', (call) => ({
      ...call,
      query: { ...call.query, no_such_parameter: '1' },
    })),
  ];
  // A cursor that was never handed out is invalid by itself.
  const [first] = parametersOf(operationId).filter((one) => one.in === 'query' && one.name !== 'cursor');
  if (first) {
    const said = `${first.name}=${encodeURIComponent(String(first.example))}`;
    cells.push(
      refused('twice', `${first.name} twice`, first.name, (call) => {
        const filled = path.replace(/\{([^}]+)\}/g, (_whole, name: string) =>
          encodeURIComponent(call.params?.[name] ?? ''),
        );
        return { ...call, path: `${filled}?${said}&${said}` };
      }),
    );
  }
  return cells;
}
