import { html } from 'hono/html';
import type { Page } from './page.ts';

export function missingPage(): Page {
  return {
    title: 'Not here',
    content: html`<section class="narrow"><h1>There is nothing here</h1><p class="lead">Or it is somebody else's.</p><p><a class="press" href="/">To the clothes</a></p></section>`,
  };
}
