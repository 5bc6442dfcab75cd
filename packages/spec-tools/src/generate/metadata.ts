import type { Spec } from '../contract/bundle.ts';
import { child } from '../contract/document.ts';
import { SpecError } from '../contract/spec-error.ts';
import { header, literal } from './source-text.ts';

/** Source of `gen/metadata.ts`: how much metadata holds, part of which JSON Schema cannot say. */
export function metadataSource(specs: readonly Spec[]): string {
  const v1 = specs.find(({ name }) => name === 'v1');
  const file = v1?.file ?? 'v1';
  const bounds = (schema: string) => {
    const at = ['components', 'schemas', schema];
    const bound = (keyword: string) => {
      const value = child(v1?.document, ...at, keyword);
      if (Number.isSafeInteger(value)) return value as number;
      throw new SpecError(file, `/${[...at, keyword].join('/')}`, 'is not a whole number');
    };
    return literal({ maxKeys: bound('maxProperties'), maxBytes: bound('x-max-bytes') });
  };
  return `${header(file)}
/** How much a customer's metadata holds: keys, and bytes of its JSON in UTF-8. */
export const METADATA_BOUNDS = ${bounds('CustomerMetadata')} as const;

/** How much the metadata of a widget's event holds: keys, and bytes of its JSON in UTF-8. */
export const EVENT_METADATA_BOUNDS = ${bounds('WidgetEventMetadata')} as const;
`;
}
