import '@hyperjump/json-schema/formats';
import {
  registerSchema,
  setShouldValidateFormat,
  unregisterSchema,
  type Validator,
  validate,
} from '@hyperjump/json-schema/draft-2020-12';
import type { SpecDocument } from '../spec/spec-document.ts';

// Prism and the contract's own validators are both ajv; what checks the mock must not share their mistakes.

setShouldValidateFormat(true);

interface Unit {
  absoluteKeywordLocation: string;
  instanceLocation: string;
}

let documents = 0;

/** One spec, registered under an address of its own for as long as it is needed. */
export class IndependentValidator {
  readonly #base: string;
  readonly #compiled = new Map<string, Promise<Validator>>();

  constructor(document: SpecDocument) {
    documents += 1;
    this.#base = `https://mock.genvoris.invalid/${documents}`;
    registerSchema(structuredClone(document) as never, this.#base, document.jsonSchemaDialect);
  }

  /** What is wrong with a value by the schema at a JSON pointer of the spec; a schema that does not compile throws. */
  async violations(pointer: string, value: unknown): Promise<string[]> {
    let compiled = this.#compiled.get(pointer);
    if (!compiled) {
      compiled = validate(`${this.#base}#${encodeURI(pointer)}`);
      this.#compiled.set(pointer, compiled);
    }
    const output = (await compiled)(value as never, 'BASIC') as { valid: boolean; errors?: Unit[] };
    if (output.valid) return [];
    const sentences = (output.errors ?? []).map(
      ({ instanceLocation, absoluteKeywordLocation }) =>
        `${decodeURI(instanceLocation).replace(/^#/, '') || '/'} breaks ${decodeURIComponent(absoluteKeywordLocation.split('#')[1] ?? '')}`,
    );
    return sentences.length > 0 ? [...new Set(sentences)] : ['does not match its schema'];
  }

  dispose(): void {
    unregisterSchema(this.#base);
  }
}
