import type { Catalogue } from '../contract/catalogue.ts';
import type { Json, JsonObject } from '../contract/json.ts';
import { header, key, literal, union } from './source-text.ts';

// Where the rule (`ErrorKind` → `ERROR_KINDS` and `ERROR_KIND`) reads badly.
const NAMES: Record<string, { list: string; table: string }> = {
  Access: { list: 'ACCESS_VALUES', table: 'ACCESS' },
  ErrorCode: { list: 'ERROR_CODES', table: 'ERRORS' },
  PortalErrorCode: { list: 'PORTAL_ERROR_CODES', table: 'PORTAL_ERRORS' },
  EventType: { list: 'EVENT_TYPES', table: 'EVENTS' },
  CtaType: { list: 'CTA_TYPES', table: 'CTA' },
  EndCustomerQuotaReason: { list: 'QUOTA_REASONS', table: 'QUOTA_REASON' },
  PhotoRejectedReason: { list: 'PHOTO_REASONS', table: 'PHOTO_REASON' },
  ExternalIdPlatform: { list: 'EXTERNAL_ID_PLATFORMS', table: 'EXTERNAL_ID' },
};

// Text for people: its type is `string`, not the union of the sentences.
const PROSE = new Set(['description', 'message', 'label', 'nativeId', 'example']);

/** Source of `gen/catalogue.ts`: for each enum its values, its type and its table. */
export function catalogueSource(catalogues: readonly Catalogue[]): string {
  return header('openapi/shared') + catalogues.map((catalogue) => one(catalogue, catalogues)).join('');
}

function one({ file, name, values, entries }: Catalogue, all: readonly Catalogue[]): string {
  const { list, table } = NAMES[name] ?? byRule(name);
  const rows = Object.fromEntries(values.map((value) => [value, entries[value] ?? {}]));
  return `
/** Every ${name}, from ${file}. */
export const ${list} = ${literal(values)} as const;
export type ${name} = (typeof ${list})[number];

export interface ${name}Entry {
${fields(Object.values(rows), name, all)}
}

export const ${table}: { readonly [value in ${name}]: ${name}Entry } = ${literal(rows)};
`;
}

function byRule(name: string): { list: string; table: string } {
  const table = name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  return { list: `${table}S`, table };
}

function fields(rows: readonly JsonObject[], owner: string, all: readonly Catalogue[]): string {
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  return [...names]
    .map((name) => {
      const shown = rows.map((row) => row[name]).filter((value) => value !== undefined);
      const optional = shown.length < rows.length ? '?' : '';
      return `  readonly ${key(name)}${optional}: ${fieldType(name, shown, owner, all)};`;
    })
    .join('\n');
}

function fieldType(name: string, shown: readonly Json[], owner: string, all: readonly Catalogue[]): string {
  // Of a list that has nothing in it yet.
  if (shown.length === 0) return 'never';
  if (shown.every(Array.isArray)) {
    return `readonly (${fieldType(name, shown.flat(), owner, all)})[]`;
  }
  if (PROSE.has(name)) return 'string';
  if (shown.every((value) => typeof value === 'boolean')) return 'boolean';
  const words = shown.filter((value) => value !== null);
  const other = all.find(
    (catalogue) =>
      catalogue.name !== owner &&
      words.length > 0 &&
      words.every((word) => typeof word === 'string' && catalogue.values.includes(word)),
  );
  if (!other) return union(shown);
  return words.length < shown.length ? `${other.name} | null` : other.name;
}
