/** Prism's `Prefer` request header: `code=402, example=granted, dynamic=true, seed=x`. */
export interface Preference {
  code?: number;
  example?: string;
  dynamic?: boolean;
  seed?: string;
}

export function parsePrefer(values: readonly string[]): Preference | undefined {
  const preference: Preference = {};
  for (const part of values.join(',').split(/[,;]/)) {
    const [name = '', ...rest] = part.split('=');
    const value = rest
      .join('=')
      .trim()
      .replace(/^"(.*)"$/, '$1');
    const key = name.trim().toLowerCase();
    if (key === 'code' && /^\d{3}$/.test(value)) preference.code = Number(value);
    if (key === 'example' && value) preference.example = value;
    if (key === 'dynamic') preference.dynamic = value === 'true';
    if (key === 'seed' && value) preference.seed = value;
  }
  return Object.keys(preference).length > 0 ? preference : undefined;
}
