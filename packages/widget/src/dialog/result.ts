import { element } from '../element.ts';
import { fill, type WidgetMessages } from '../messages.ts';
import type { Product } from '../product.ts';

export function createResult(pictures: string[], product: Product, { ui }: WidgetMessages): HTMLElement {
  const alt = product.title ? fill(ui.resultAlt, { product: product.title }) : ui.resultAltUnnamed;
  const grid = element('div', { class: pictures.length > 1 ? 'pictures several' : 'pictures' });
  for (const src of pictures) {
    const picture = element('img', { alt });
    // The shop's CSP decides what may be shown here.
    picture.addEventListener('error', () =>
      picture.replaceWith(element('p', { class: 'problem' }, ui.pictureBlocked)),
    );
    picture.src = src;
    grid.append(picture);
  }
  return grid;
}
