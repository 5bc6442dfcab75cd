import type { OperationId } from '@genvoris/contract';
import { type Finding, finding } from '../cells/finding.ts';
import { documentedAnswer, operationOf, statusesOf } from '../contract/documented.ts';
import { violations } from '../contract/validator.ts';
import { headerOf, headerValues, isAnswer, jsonOf, type Outcome } from './answer.ts';

/** Holds an answer to the spec with a validator of its own: status, media type, body, required headers. */
export async function judgeDocumented({
  operationId,
  outcome,
}: {
  operationId: OperationId;
  outcome: Outcome;
}): Promise<Finding[]> {
  if (!isAnswer(outcome)) return [finding('no answer came', 'a documented one', outcome.failure)];
  const { spec } = operationOf(operationId);
  const documented = documentedAnswer(operationId, outcome.status);
  if (!documented)
    return [finding('the status is not documented', statusesOf(operationId).join(', '), outcome.status)];
  const findings: Finding[] = [];
  const type = headerOf(outcome, 'content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== documented.mediaType) {
    findings.push(finding('the media type is not documented', documented.mediaType, type ?? 'none'));
  }
  if (documented.schema) {
    const isJson = documented.mediaType === 'application/json';
    const value = isJson ? jsonOf(outcome) : outcome.body.toString('utf8');
    if (value === undefined) findings.push(finding('the body is not JSON', 'JSON', outcome.body.toString()));
    else {
      for (const violation of await violations(spec, documented.schema, value)) {
        findings.push(finding(violation, undefined, value));
      }
    }
  }
  for (const { name, required, schema } of documented.headers) {
    const values = headerValues(outcome, name);
    if (values.length === 0) {
      if (required) findings.push(finding(`the required header ${name} is missing`));
      continue;
    }
    for (const value of values) {
      if (!schema || (await violations(spec, schema, value)).length === 0) continue;
      findings.push(finding(`the header ${name} is not as documented`, undefined, value));
    }
  }
  return findings;
}
