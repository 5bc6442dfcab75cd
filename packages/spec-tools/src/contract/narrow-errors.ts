import { lookUp, operationNodes } from './document.ts';
import { isObject, type Json, type JsonObject, section } from './json.ts';

/** One error as an example shows it: `code`, `error` or both, and why. */
export interface ErrorWord {
  code?: string;
  error?: string;
  reason?: string;
}

/** The words of an error body; `null` for a body of neither family. */
export function errorWord(body: unknown): ErrorWord | null {
  if (!isObject(body)) return null;
  const { code, error, reason } = body;
  if (typeof code !== 'string' && typeof error !== 'string') return null;
  return {
    ...(typeof code === 'string' && { code }),
    ...(typeof error === 'string' && { error }),
    ...(typeof reason === 'string' && { reason }),
  };
}

/** What an example of this error is named: the most telling word, and the reason after a dot. */
export function errorName({ code, error, reason }: ErrorWord): string {
  return [error ?? code, ...(reason === undefined ? [] : [reason])].join('.');
}

/** Whether an example shows a host framework's own error, which is in neither family. */
export function isNative(name: string): boolean {
  return name.startsWith('native_');
}

/** Lets each error response allow exactly the words it has examples for. Changes `document`. */
export function narrowErrors(document: JsonObject): JsonObject {
  const seen = new Set<JsonObject>();
  for (const { kind, operation } of operationNodes(document)) {
    if (kind === 'webhooks') continue;
    for (const [status, node] of Object.entries(section(operation.responses))) {
      const response = lookUp(document, node);
      if (!/^[45]/.test(status) || !isObject(response) || seen.has(response)) continue;
      seen.add(response);
      for (const media of Object.values(section(response.content))) {
        if (isObject(media)) narrowMedia(document, media);
      }
    }
  }
  return document;
}

function narrowMedia(document: JsonObject, media: JsonObject): void {
  const examples = Object.entries(section(media.examples)).filter(([name]) => !isNative(name));
  const words = examples.map(([, example]) => errorWord(section(lookUp(document, example)).value));
  if (media.schema === undefined || words.length === 0 || words.includes(null)) return;
  const narrowed = (schema: Json): JsonObject => ({ allOf: [schema, allowed(words as ErrorWord[])] });
  const { anyOf } = section(media.schema);
  if (!Array.isArray(anyOf)) {
    media.schema = narrowed(media.schema);
    return;
  }
  // The family first, then what a host framework says in a form of its own, which stays as written.
  const [family, ...natives] = anyOf;
  if (family !== undefined) media.schema = { anyOf: [narrowed(family), ...natives] };
}

function allowed(words: readonly ErrorWord[]): JsonObject {
  const branches: JsonObject[] = [];
  const plain: ErrorWord[] = [];
  for (const group of Map.groupBy(words, ({ code, error }) => `${code} ${error}`).values()) {
    // A word that never comes without a reason is a case of its own, and its type too.
    if (group.every(({ reason }) => reason !== undefined)) branches.push(branch(group, true));
    else plain.push(...group);
  }
  for (const family of [plain.filter(({ code }) => code), plain.filter(({ code }) => !code)]) {
    if (family.length > 0) branches.push(branch(family, false));
  }
  return branches.length === 1 && branches[0] ? branches[0] : { anyOf: branches };
}

function branch(words: readonly ErrorWord[], reasoned: boolean): JsonObject {
  const properties: JsonObject = {};
  const required: string[] = [];
  for (const field of ['code', 'error', ...(reasoned ? ['reason' as const] : [])] as const) {
    const shown = words.map((word) => word[field]);
    const known = [...new Set(shown.filter((word) => word !== undefined))];
    if (known.length === 0) continue;
    properties[field] = { enum: known };
    if (!shown.includes(undefined)) required.push(field);
  }
  return { type: 'object', required, properties };
}
