import { readFileSync } from 'node:fs';
import { html } from 'hono/html';

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

/** Colours of both schemes, type and room, as custom properties. They style nothing but `:root`. */
export const TOKENS: string = read('./tokens.css');

/** The style sheet that a page's own goes behind: the tokens, and the bare elements in them. */
export const DESIGN: string = TOKENS + read('./base.css');

/** What the `html` of hono makes: text put into it is escaped, markup is not. */
export type Markup = ReturnType<typeof html>;

/** A whole document. `head` comes behind the title, `body` is the element. */
export function toDocument({ title, head, body }: { title: string; head: Markup; body: Markup }): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${head}
</head>
${body}
</html>
`;
}
