import { ACCESS_VALUES, FAULT_NAMES, FAULTS, type OperationId } from '@genvoris/contract';
import type { BehaviourSource } from '@genvoris/mock';
import { catalogueErrors, retryAfterForms } from '../../../core/contract/catalogue-errors.ts';
import { documentedAnswer, operationOf, statusesOf } from '../../../core/contract/documented.ts';
import {
  brokenSuccesses,
  unknownAccess,
  unknownErrors,
  wrongBodies,
} from '../../../core/contract/odd-answers.ts';
import {
  needsShopper,
  type StorefrontOperationId,
  takesPhoto,
  type UpstreamStep,
  upstreamOf,
} from '../../../core/contract/storefront.ts';
import type { AdapterCell, Dimension } from '../cells/adapter-cell.ts';
import { type ExchangeCell, exchangeCell } from '../cells/exchange-cell.ts';
import { expectAnswer, type GuestMode, type Viewer } from '../oracle/answers.ts';
import type { Expected } from '../oracle/expected.ts';
import { ownError, type ScriptedAnswer, translateFault } from '../oracle/translate.ts';
import type { AdapterRule } from '../rules/rules.ts';
import { judgeUnreachable } from './unreachable.ts';

/** Every cell in which one upstream operation does one thing: documented, unknown, broken or faulty. */
export async function upstreamCells(
  operationId: StorefrontOperationId,
  guests: GuestMode,
): Promise<AdapterCell[]> {
  const cells: AdapterCell[] = [];
  for (const step of upstreamOf(operationId)) {
    const column = new Column(operationId, step, guests);
    cells.push(...(await column.successes()), ...(await column.errors()), ...(await column.unknown()));
    cells.push(...(await column.broken()), ...column.faults(), ...(await column.retryAfter()));
  }
  return cells;
}

/** What is held against every call that reached the upstream. */
const BOTH_SIDES: AdapterRule[] = [
  'spec',
  'request-id',
  'no-secret',
  'headers-back',
  'upstream-call',
  'key',
  'cookie',
];

/** A storefront operation against one operation it calls. */
class Column {
  readonly #operationId: StorefrontOperationId;
  readonly #upstream: OperationId;
  readonly #viewer: Viewer;
  readonly #guests: GuestMode;

  constructor(
    operationId: StorefrontOperationId,
    { operationId: upstream, when }: UpstreamStep,
    guests: GuestMode,
  ) {
    this.#guests = guests;
    this.#operationId = operationId;
    this.#upstream = upstream;
    // A guest shows what concerns everybody with the fewest calls; what is done for shoppers needs one.
    const shopper = when === 'shopper' || needsShopper(operationId) || takesPhoto(operationId);
    this.#viewer = shopper ? 'shopper' : 'guest';
  }

  async successes(): Promise<AdapterCell[]> {
    const cells: AdapterCell[] = [];
    for (const status of statusesOf(this.#upstream).filter((one) => one < 300)) {
      for (const { name, value } of documentedAnswer(this.#upstream, status)?.examples ?? []) {
        const isAccess = this.#tellsAccess() && ACCESS_VALUES.some((access) => access === name);
        const expected = await this.#expect({ status, body: value });
        const rules = [...BOTH_SIDES, ...this.#successRules()];
        const says = ` answers ${status} ${name}`;
        const dimension = isAccess ? 'access' : 'answer';
        const held: AdapterRule[] = isAccess ? ['access', ...rules] : rules;
        cells.push(this.#cell(dimension, name, says, name, expected, held));
      }
    }
    if (!this.#tellsAccess()) return cells;
    for (const { name, body } of unknownAccess()) {
      const expected = await this.#expect({ status: 200, body });
      const rules: AdapterRule[] = ['access', 'shopper-view', ...BOTH_SIDES];
      const says = ` answers 200 with ${name} access`;
      cells.push(this.#cell('access', name, says, { status: 200, body }, expected, rules));
    }
    return cells;
  }

  async errors(): Promise<AdapterCell[]> {
    return Promise.all(
      catalogueErrors(this.#upstream).map(async ({ name, status, body, documented }) => {
        const expected = await this.#expect({ status, body, ...(status === 429 && { retryAfter: '60' }) });
        const rules: AdapterRule[] = ['translation', 'error-body', ...BOTH_SIDES];
        if (status === 429) rules.push('retry-after');
        const headers: Record<string, string> = status === 429 ? { 'Retry-After': '60' } : {};
        return this.#cell(
          'error',
          name,
          ` answers ${status} ${name}`,
          documented ? name : { status, body, headers },
          expected,
          this.#repeats(name) ? rules.filter((rule) => rule !== 'upstream-call') : rules,
        );
      }),
    );
  }

  async unknown(): Promise<AdapterCell[]> {
    return Promise.all(
      [...unknownErrors(this.#upstream), ...wrongBodies()].map(async ({ name, status, body, raw, type }) => {
        const expected = await this.#expect({ status, body });
        const headers: Record<string, string> = type === undefined ? {} : { 'Content-Type': type };
        const rules: AdapterRule[] = ['unknown-error', 'error-body', ...BOTH_SIDES];
        if (expected.kind === 'error' && expected.retryAfter !== undefined) rules.push('retry-after');
        const answer = { status, headers, body: raw ?? body };
        return this.#cell('unknown', name, ` answers ${name}`, answer, expected, rules);
      }),
    );
  }

  async broken(): Promise<AdapterCell[]> {
    const cells: AdapterCell[] = [];
    for (const { name, status, body, raw } of brokenSuccesses(this.#upstream)) {
      const expected = await this.#expect({ status, body });
      // Some breaks are none by the schema: an optional field may go.
      if (expected.kind !== 'error') continue;
      // A text goes out without a type of its own, and would be refused for that alone.
      const headers = { 'Content-Type': 'application/json' };
      const answer = { status, headers, body: raw ?? body };
      const rules: AdapterRule[] = ['broken-answer', ...BOTH_SIDES];
      cells.push(this.#cell('broken', name, ` answers ${status}, ${name}`, answer, expected, rules));
    }
    return cells;
  }

  faults(): AdapterCell[] {
    return FAULT_NAMES.map((fault) => {
      const early = fault === 'refused' || fault === 'unresolvable';
      const rules: AdapterRule[] = early ? ['fault', 'spec', 'request-id'] : ['fault', ...BOTH_SIDES];
      const says = `: ${FAULTS[fault].description}`;
      return this.#cell('fault', fault, says, { fault }, translateFault(fault), rules, {
        waits: /^(stall|slow)/.test(fault),
        ...(early && { script: {}, unreachable: fault, judges: { fault: judgeUnreachable } }),
      });
    });
  }

  async retryAfter(): Promise<AdapterCell[]> {
    const body =
      operationOf(this.#upstream).spec === 'v1' ? { error: 'rate_limited' } : { code: 'rate_limited' };
    return Promise.all(
      retryAfterForms().map(async ({ name, header }) => {
        const expected = await this.#expect({ status: 429, body, retryAfter: header });
        const headers: Record<string, string> = header === undefined ? {} : { 'Retry-After': header };
        const says = ` answers 429 with ${name} in Retry-After`;
        const rules: AdapterRule[] = ['retry-after', 'spec', 'request-id'];
        return this.#cell('retry-after', name, says, { status: 429, headers, body }, expected, rules);
      }),
    );
  }

  #expect(answer: ScriptedAnswer): Promise<Expected> {
    if (this.#repeats((answer.body as { error?: string } | null)?.error ?? '')) {
      return Promise.resolve({ ...ownError('internal_error'), error: 'invalid_session_token' });
    }
    return expectAnswer(this.#operationId, this.#upstream, answer, this.#viewer, this.#guests);
  }

  // The one error that is acted upon before it is translated; its own flow judges the repetition.
  #repeats(name: string): boolean {
    return this.#upstream === 'generateTryon' && name === 'invalid_session_token';
  }

  #tellsAccess(): boolean {
    return this.#operationId === 'getStorefrontStatus' && this.#upstream === 'getStatus';
  }

  #successRules(): AdapterRule[] {
    const rules: AdapterRule[] = ['answer', 'private', 'rate-limit-headers'];
    if (this.#operationId === 'getStorefrontStatus') rules.push('shopper-view', 'session-token');
    if (this.#upstream === 'upsertCustomer') rules.push('request-body', 'identity');
    if (takesPhoto(this.#operationId) && !['upsertCustomer', 'createSession'].includes(this.#upstream))
      rules.push('body');
    return rules;
  }

  /** A cell in which the upstream operation does this; the title is its name and what it `says`. */
  #cell(
    dimension: Dimension,
    value: string,
    says: string,
    behaviour: BehaviourSource,
    expected: Expected,
    rules: readonly AdapterRule[],
    more: Partial<ExchangeCell> = {},
  ): AdapterCell {
    const upstream = this.#upstream;
    const base = { operationId: this.#operationId, upstream, viewer: this.#viewer };
    const script = { [upstream]: behaviour };
    return exchangeCell({
      ...base,
      dimension,
      value,
      title: upstream + says,
      script,
      expected,
      rules,
      ...more,
    });
  }
}
