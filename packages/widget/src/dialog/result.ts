import { element } from '../element.ts';
import { fill, type WidgetMessages } from '../messages.ts';
import type { Product } from '../product.ts';

/**
 * Shows the pictures, each with a link that saves it.
 *
 * @param reached told once the first picture was on the screen, which a page in the background is not, and of each saved
 */
export function createResult(
  pictures: string[],
  product: Product,
  { ui }: WidgetMessages,
  reached: (step: 'TRYON_VIEWED' | 'RESULT_SHARED') => void,
): HTMLElement {
  const screen = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    screen.disconnect();
    reached('TRYON_VIEWED');
  });
  const alt = product.title ? fill(ui.resultAlt, { product: product.title }) : ui.resultAltUnnamed;
  const grid = element('div', { class: pictures.length > 1 ? 'pictures several' : 'pictures' });
  for (const src of pictures) {
    const picture = element('img', { alt });
    // The shop's CSP decides what may be shown here.
    picture.addEventListener('error', () =>
      picture.replaceWith(element('p', { class: 'problem' }, ui.pictureBlocked)),
    );
    if (!grid.firstChild) picture.addEventListener('load', () => screen.observe(picture));
    picture.src = src;
    // One on another host is not saved but shown, and never in the shop's place.
    const save = element('a', { href: src, download: 'try-on', target: '_blank', rel: 'noopener' }, ui.save);
    save.addEventListener('click', () => reached('RESULT_SHARED'));
    grid.append(element('div', { class: 'picture' }, picture, save));
  }
  return grid;
}
