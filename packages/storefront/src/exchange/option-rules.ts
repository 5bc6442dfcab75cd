/** The rules that options are held to; each throws a TypeError that names the option, without its value. */
export function refuse(name: string, rule: string): never {
  throw new TypeError(`@genvoris/storefront: options.${name} ${rule}`);
}

export function whole(name: string, value: unknown, least: number, most: number): number {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
    ? (value as number)
    : refuse(name, `must be a whole number from ${least} to ${most}`);
}

export function flag(name: string, value: unknown): boolean {
  return typeof value === 'boolean' ? value : refuse(name, 'must be true or false');
}

export function callable<T>(name: string, value: T): T {
  return value === undefined || typeof value === 'function' ? value : refuse(name, 'must be a function');
}

export function withMethods<T>(name: string, value: T, methods: readonly string[]): T {
  const given = value as Readonly<Record<string, unknown>> | null | undefined;
  return given === undefined || methods.every((method) => typeof given?.[method] === 'function')
    ? value
    : refuse(name, `must have the methods ${methods.join(' and ')}`);
}

export function oneOf<T extends string>(name: string, value: T, known: readonly T[]): T {
  return known.includes(value) ? value : refuse(name, `must be one of ${known.join(', ')}`);
}
