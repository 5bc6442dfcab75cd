import { isObject, type Json } from '../contract/json.ts';

const WIDTH = 110;

/** What stands in source as it is, where a value would be written out. */
export class Reference {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** What `literal` writes: JSON, with references in it. */
export type Value = Json | Reference | Value[] | { [key: string]: Value };

/** The line every generated file begins with. */
export function header(from: string): string {
  return `// Generated from ${from} by \`pnpm generate\`. Do not edit.\n`;
}

/** A JSON value as TypeScript source, one line where it fits. */
export function literal(value: unknown, indent = 0, used = indent): string {
  const flat = oneLine(value as Value);
  if (used + flat.length <= WIDTH || value instanceof Reference) return flat;
  const pad = ' '.repeat(indent + 2);
  const close = `\n${' '.repeat(indent)}`;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => `${pad}${literal(item, indent + 2)},`).join('\n')}${close}]`;
  }
  if (isObject(value)) {
    const lines = Object.entries(value).map(([name, item]) => {
      const start = `${pad}${key(name)}: `;
      return `${start}${literal(item, indent + 2, start.length)},`;
    });
    return `{\n${lines.join('\n')}${close}}`;
  }
  return flat;
}

/** A union type of string (or other) literals. */
export function union(values: readonly Json[]): string {
  const distinct = [...new Set(values.map(oneLine))];
  return distinct.length === 0 ? 'never' : distinct.join(' | ');
}

/** The name of a spec as one of a variable. */
export function identifier(spec: string): string {
  return spec.replaceAll(/\W(\w?)/g, (_, letter: string) => letter.toUpperCase());
}

export function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) || /^(0|[1-9]\d*)$/.test(name) ? name : text(name);
}

function oneLine(value: Value): string {
  if (value instanceof Reference) return value.name;
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (isObject(value)) {
    const entries = Object.entries(value);
    if (entries.length === 0) return '{}';
    return `{ ${entries.map(([name, item]) => `${key(name)}: ${oneLine(item)}`).join(', ')} }`;
  }
  return JSON.stringify(value);
}

function text(value: string): string {
  const quoted = JSON.stringify(value);
  if (value.includes("'")) return quoted;
  return `'${quoted.slice(1, -1).replaceAll('\\"', '"')}'`;
}
