import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { type JsonObject, section } from '../../contract/json.ts';
import { type ErrorWord, errorName, errorWord, isNative } from '../../contract/narrow-errors.ts';
import { answersOf, follow, isEvent, type Oas3Rule } from './answers.ts';

/** An example of an error is named for its words, and its words belong to the status it stands under. */
export const errorExamples: Oas3Rule = () => {
  let catalogues: Catalogues = { codes: {}, words: {} };
  return {
    Root(_, ctx) {
      const shared = join(dirname(ctx.location.source.absoluteRef), 'shared');
      catalogues = {
        codes: entries(join(shared, 'code-errors.yaml'), 'ErrorCode'),
        words: entries(join(shared, 'portal-errors.yaml'), 'PortalErrorCode'),
      };
    },
    Operation(operation, ctx) {
      if (isEvent(ctx)) return;
      for (const { status, response, location } of answersOf(operation, ctx)) {
        if (Number(status) < 400) continue;
        for (const [mediaType, media] of Object.entries(section(response.content))) {
          for (const [name, node] of Object.entries(section(section(media).examples))) {
            const place = location.child(['content', mediaType, 'examples', name]);
            const word = isNative(name) ? null : errorWord(section(follow(node, ctx, place).node).value);
            for (const message of word ? mistakes(name, status, word, catalogues) : []) {
              ctx.report({ message, location: place.key() });
            }
          }
        }
      }
    },
  };
};

interface Catalogues {
  codes: JsonObject;
  words: JsonObject;
}

function* mistakes(
  name: string,
  status: string,
  word: ErrorWord,
  { codes, words }: Catalogues,
): Generator<string> {
  const { code, error } = word;
  if (name !== errorName(word)) yield `the example ${name} shows ${errorName(word)}: name it so`;
  const entry = section(code === undefined ? words[error ?? ''] : codes[code]);
  if (entry.status === undefined) yield `${code ?? error} is not in the catalogue`;
  else if (String(entry.status) !== status)
    yield `${code ?? error} is answered with ${entry.status}, not ${status}`;
  if (code === undefined || error === undefined) return;
  const translated = section(words[error]).storefront;
  if (translated !== code) yield `${error} translates to ${translated}, not ${code}`;
}

function entries(path: string, name: string): JsonObject {
  const schemas: JsonObject = parse(readFileSync(path, 'utf8'));
  return section(section(schemas[name])['x-values']);
}
