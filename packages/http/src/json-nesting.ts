/**
 * The deepest that arrays and objects of a JSON body may stand in each other (openapi/README.md). Whatever walks a
 * body by recursion relies on it: some thousand levels in a few kB would use up the stack.
 */
export const JSON_NESTING = 64;

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = new Set([...'[{'].map((letter) => letter.charCodeAt(0)));
const CLOSE = new Set([...']}'].map((letter) => letter.charCodeAt(0)));

/** Whether a JSON text stays within `levels`; reads no further than to where it does not. The text need not be valid. */
export function isNestedWithin(text: string, levels: number = JSON_NESTING): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (quoted) {
      if (letter === BACKSLASH) at += 1;
      else if (letter === QUOTE) quoted = false;
    } else if (letter === QUOTE) quoted = true;
    else if (OPEN.has(letter)) {
      depth += 1;
      if (depth > levels) return false;
    } else if (CLOSE.has(letter)) depth -= 1;
  }
  return true;
}
