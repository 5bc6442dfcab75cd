import { html } from 'hono/html';
import type { Markup } from '../request/page-context.ts';
import { htmlAnswer } from './answer.ts';
import { ASSETS } from './assets.ts';
import { document } from './layout.ts';

/** One card in the middle: sign-in and errors. */
export function card(title: string, content: Markup): Markup {
  return document(
    title,
    html`<body class="single"><main>
<p class="brand"><img src="${ASSETS.icon.href}" alt="" width="28" height="28">Genvoris</p>
<h1>${title}</h1>
${content}
</main></body>`,
  );
}

export function plainPage(status: number, title: string, sentence: string, path: string): Promise<Response> {
  const way = path.startsWith('/dashboard') || path === '/logout' ? '/dashboard' : '/login';
  return htmlAnswer(
    card(
      title,
      html`<p>${sentence}</p><p><a class="button main" href="${way}">Back to the dashboard</a></p>`,
    ),
    { status },
  );
}
