import type { Json } from '../contract/json.ts';
import { literal, Reference, type Value } from './source-text.ts';

/** Values that stand in a file more than once, each written once as a constant. */
export class Hoisted {
  readonly #counts = new Map<string, number>();
  readonly #names = new Map<string, string>();
  readonly #taken = new Map<string, number>();

  count(value: Json): void {
    const text = JSON.stringify(value);
    this.#counts.set(text, (this.#counts.get(text) ?? 0) + 1);
  }

  /** The value itself, or a reference to its constant, whose name is made from `wanted`. */
  refer(wanted: string, value: Json): Value {
    const text = JSON.stringify(value);
    if ((this.#counts.get(text) ?? 0) < 2) return value;
    const known = this.#names.get(text);
    if (known !== undefined) return new Reference(known);
    const taken = this.#taken.get(wanted) ?? 0;
    this.#taken.set(wanted, taken + 1);
    const name = taken === 0 ? wanted : `${wanted}_${taken + 1}`;
    this.#names.set(text, name);
    return new Reference(name);
  }

  /** The declarations of all that was referred to. */
  constants(): string[] {
    return [...this.#names].map(([text, name]) => `const ${name} = ${literal(JSON.parse(text))} as const;\n`);
  }
}
