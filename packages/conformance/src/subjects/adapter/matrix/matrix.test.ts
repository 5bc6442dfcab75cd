import {
  ACCESS_VALUES,
  ERROR_WORDS,
  ERRORS,
  FAULT_NAMES,
  PORTAL_ERRORS,
  STOREFRONT_MODELS,
} from '@genvoris/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentedAnswer, statusesOf } from '../../../core/contract/documented.ts';
import { STOREFRONT_OPERATIONS, upstreamOf } from '../../../core/contract/storefront.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { ADAPTER_RULES } from '../rules/rules.ts';
import { createAdapterMatrix } from './matrix.ts';

let cells: AdapterCell[];
const columns = STOREFRONT_OPERATIONS.flatMap((operationId) =>
  upstreamOf(operationId).map((step) => ({ operationId, upstream: step.operationId })),
);
const valuesOf = ({ operationId, upstream }: (typeof columns)[number]) =>
  cells
    .filter((cell) => cell.operationId === operationId && cell.upstream === upstream)
    .map(({ id }) => id.split('/').slice(2).join('/'));

beforeAll(async () => {
  cells = await createAdapterMatrix({ models: STOREFRONT_MODELS });
});

describe('the matrix', () => {
  it('has every operation, and each cell once, with a rule that is written down', () => {
    expect(new Set(cells.map(({ operationId }) => operationId))).toEqual(new Set(STOREFRONT_OPERATIONS));
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
    for (const { rules } of cells) {
      expect(rules.length).toBeGreaterThan(0);
      expect(new Set(rules).size).toBe(rules.length);
      for (const rule of rules) expect(ADAPTER_RULES).toHaveProperty(rule);
    }
  });

  it.each(columns)('shows $operationId every documented answer of $upstream', (column) => {
    const values = valuesOf(column);
    for (const status of statusesOf(column.upstream)) {
      for (const { name } of documentedAnswer(column.upstream, status)?.examples ?? []) {
        expect(values.map((value) => value.split('/').slice(1).join('/'))).toContain(name);
      }
    }
  });

  it.each(columns)(
    'shows $operationId every code, word and reason, and every fault, in place of $upstream',
    (column) => {
      const values = valuesOf(column);
      const words = values
        .filter((value) => value.startsWith('error/'))
        .map((value) => value.slice(6).replace(/^(error|code)=/, ''));
      for (const word of [...Object.keys(ERRORS), ...Object.keys(PORTAL_ERRORS)]) {
        expect(words.some((shown) => shown === word || shown.startsWith(`${word}.`))).toBe(true);
      }
      for (const { example } of Object.values(ERROR_WORDS.generateTryon).flat())
        expect(words).toContain(example);
      for (const fault of FAULT_NAMES) expect(values).toContain(`fault/${fault}`);
      expect(values.filter((value) => value.startsWith('unknown/')).length).toBeGreaterThan(20);
      expect(values.filter((value) => value.startsWith('broken/')).length).toBeGreaterThan(5);
    },
  );

  it('shows every access value, and what is none', () => {
    const values = valuesOf({ operationId: 'getStorefrontStatus', upstream: 'getStatus' });
    for (const access of [...ACCESS_VALUES, 'unknown', 'missing', 'number'])
      expect(values).toContain(`access/${access}`);
  });

  it('keeps the cells of an operation that is not offered, to find nothing there', async () => {
    const without = await createAdapterMatrix({
      unsupported: ['completeConnect'],
      models: STOREFRONT_MODELS,
    });
    expect(without.map(({ id }) => id)).toEqual(cells.map(({ id }) => id));
    const own = without.filter(({ operationId }) => operationId === 'completeConnect');
    expect(new Set(own.flatMap(({ rules }) => rules))).toEqual(new Set(['not-offered']));
  });

  it('uses every rule', async () => {
    const all = await createAdapterMatrix({
      unsupported: ['completeConnect'],
      models: STOREFRONT_MODELS,
    });
    expect(new Set(all.flatMap(({ rules }) => rules))).toEqual(new Set(Object.keys(ADAPTER_RULES)));
  });
});
