import { type Finding, unless } from '../../../core/cells/finding.ts';
import { operationOf, requestExamples, requestSchema } from '../../../core/contract/documented.ts';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import { violations } from '../../../core/contract/validator.ts';
import { jsonObjectOf } from '../../../core/http/answer.ts';
import { type SentEvent, toBytes } from '../browser/shop-events.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { guardCell } from '../cells/flow-cell.ts';
import { exchangeOf, judgeRefused } from '../cells/observe.ts';
import type { AdapterHarness } from '../harness/harness.ts';
import { ownError } from '../oracle/translate.ts';

interface Change {
  field: string;
  says: string;
  event: unknown;
}

/** A currency that has the form of one. */
const NO_CURRENCY = 'ZZZ';

/** Events that cannot be right: the answer names the field. */
export function shopEventBodyCells(operationId: StorefrontOperationId): AdapterCell[] {
  if (operationId !== 'receiveShopEvent') return [];
  const cell = (value: string, title: string, find: (harness: AdapterHarness) => Promise<Finding[]>) =>
    guardCell(operationId, 'request-body-rules', `body-${value}`, title, find);
  const wrong = async (harness: AdapterHarness, body: Buffer, field?: string) => {
    harness.upstream.begin({});
    const exchange = await exchangeOf(harness, harness.guest(), operationId, ownError('invalid_request'), {
      body,
    });
    const findings = await judgeRefused(exchange);
    const message = String(jsonObjectOf(exchange.outcome)?.message ?? '');
    const named = field === undefined || message.includes(field);
    return [...findings, ...unless(named, 'the field is not named', field, message)];
  };
  return [
    ...requestExamples(operationId).map(({ name, value }) =>
      cell(name, `a signed event in which one field is wrong, like ${name}`, async (harness) => {
        const findings: Finding[] = [];
        for (const { field, says, event } of await brokenChanges(operationId, value as SentEvent)) {
          const found = await wrong(harness, toBytes(event), field);
          findings.push(...found.map((one) => ({ ...one, message: `${says}: ${one.message}` })));
        }
        return findings;
      }),
    ),
    ...Object.entries({ 'not-json': '{"id":', null: 'null', array: '[]' }).map(([name, text]) =>
      cell(name, `a signed body that is ${name}`, (harness) => wrong(harness, Buffer.from(text))),
    ),
  ];
}

/** Each field away, and of another type, where the contract does not allow that. */
async function brokenChanges(operationId: StorefrontOperationId, event: SentEvent): Promise<Change[]> {
  const changes: Change[] = [];
  const put = (field: string, says: string, changed: unknown) =>
    changes.push({ field, says: `${field} ${says}`, event: changed });
  for (const [name, value] of Object.entries(event)) {
    const { [name as keyof SentEvent]: _gone, ...without } = event;
    put(name, 'missing', without);
    put(name, 'mistyped', { ...event, [name]: mistyped(value) });
  }
  for (const [name, value] of Object.entries(event.data)) {
    const { [name]: _gone, ...without } = event.data;
    put(name, 'missing', { ...event, data: without });
    put(name, 'mistyped', { ...event, data: { ...event.data, [name]: mistyped(value) } });
  }
  const schema = requestSchema(operationId) ?? '';
  const { spec } = operationOf(operationId);
  const kept: Change[] = [];
  for (const change of changes) {
    if ((await violations(spec, schema, change.event)).length > 0) kept.push(change);
  }
  if ('currency' in event.data)
    kept.push({
      field: 'currency',
      says: 'currency unknown',
      event: { ...event, data: { ...event.data, currency: NO_CURRENCY } },
    });
  return kept;
}

function mistyped(value: unknown): unknown {
  return Array.isArray(value) || typeof value === 'number' ? { of: 'another type' } : ['of another type'];
}
