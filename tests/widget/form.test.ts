import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createHarness, expectState, tryonButton } from './harness.ts';
import { ALLOWED, BUTTON, json, SCRIPT } from './shop.ts';

const RECORD = `<script>
  const heard = [];
  document.addEventListener('submit', (event) => { event.preventDefault(); heard.push('submit ' + (event.submitter?.id ?? '')); });
  document.addEventListener('reset', () => heard.push('reset'));
</script>`;
const SUBMITTER = BUTTON.replace('<button', '<button type="submit"');

/** A form whose first button is the widget's, with the shop's own behind it. */
const form = (mount: string) =>
  `${RECORD}<form id="cart">${mount}<input id="quantity" name="quantity" value="1"><button id="add" name="add" value="1">Add</button></form>${SCRIPT}`;
const as = (tag: string) => BUTTON.replace('<button', `<${tag}`).replace('Try on</button>', '');

const MOUNTS: [name: string, body: string][] = [
  ['a button without a type', form(BUTTON)],
  ['a button of type submit', form(SUBMITTER)],
  ['a button of type reset', form(BUTTON.replace('<button', '<button type="reset"'))],
  ['an input of type submit', form(as('input type="submit" value="Try on"'))],
  ['a picture that submits', form(as('input type="image" alt="Try on" src="/img/x.svg"'))],
  ['a box around a button', form(`<div ${BUTTON.slice(8).replace('</button>', '<button>x</button></div>')}`)],
  [
    'a button elsewhere that belongs to the form',
    BUTTON.replace('<button', '<button form="cart"') + form(''),
  ],
  ['a button in a form in a form', form(`<div id="inner">${BUTTON}</div>`)],
];

describe('the button in a form of the shop', () => {
  const harness = createHarness();
  const heard = (shop: Page) => shop.evaluate('heard');

  it.each(MOUNTS)(
    'leaves Enter in a field to the shop, as %s, and opens its dialog when pressed',
    async (_, body) => {
      const shop = await harness.open(body, json(ALLOWED));
      await expectState(shop, 'trigger');
      await shop.locator('#quantity').press('Enter');
      expect(await heard(shop)).toEqual(['submit add']);
      expect(await shop.locator('dialog').count()).toBe(0);
      await tryonButton(shop).click();
      await shop.locator('dialog').waitFor();
      expect(await heard(shop)).toEqual(['submit add']);
    },
  );

  it.each([
    ['LOCKED', { access: 'LOCKED' }, 'upsell'],
    ['EXHAUSTED', { access: 'EXHAUSTED' }, 'reset_notice'],
    ['hidden', { access: 'ERROR' }, 'hidden'],
    ['a link', { ...ALLOWED, ctaType: 'sign_in' }, 'link'],
    ['a notice', { ...ALLOWED, ctaType: 'service_paused' }, 'notice'],
  ])('leaves Enter to the shop when the status is %s', async (_, status, state) => {
    const shop = await harness.open(form(SUBMITTER), json(status));
    await expectState(shop, state);
    const before = await shop.evaluate(() => {
      const cart = document.querySelector('form') as HTMLFormElement;
      return [cart.elements.length, [...new FormData(cart).keys()].join()];
    });
    expect(before).toEqual([3, 'quantity']);
    await shop.locator('#quantity').press('Enter');
    expect(await heard(shop)).toEqual(['submit add']);
  });

  it('stays out of it after the shop has made it a submit button again', async () => {
    const shop = await harness.open(form(BUTTON), json(ALLOWED));
    await expectState(shop, 'trigger');
    await tryonButton(shop).evaluate((button) => button.setAttribute('type', 'submit'));
    await shop.locator('#quantity').press('Enter');
    expect(await heard(shop)).toEqual(['submit add']);
    expect(await shop.locator('dialog').count()).toBe(0);
  });

  it('stays out of it when what it is in gets its button later', async () => {
    const box = `<div ${BUTTON.slice(8).replace('Try on</button>', '</div>')}`;
    const shop = await harness.open(form(box), json(ALLOWED));
    await expectState(shop, 'trigger');
    await tryonButton(shop).evaluate((mount) => mount.append(document.createElement('button')));
    await shop.locator('#quantity').press('Enter');
    expect(await heard(shop)).toEqual(['submit add']);
  });

  it.each([
    [
      'in a shadow root',
      `const root = document.querySelector('#place').attachShadow({ mode: 'open' });
       root.innerHTML = forms; root.addEventListener('submit', (event) => { event.preventDefault(); heard.push('submit ' + event.submitter?.id); });`,
    ],
    [
      'amid more changes than are looked at',
      "for (let nth = 0; nth < 50; nth += 1) { document.querySelector('#place').innerHTML = forms; await null; }",
    ],
  ])('leaves Enter to the shop %s', async (_, change) => {
    const shop = await harness.open(`${RECORD}${BUTTON}<div id="place"></div>${SCRIPT}`, json(ALLOWED));
    await expectState(shop, 'trigger');
    const forms = `<form>${SUBMITTER}<input id="quantity"><button id="add">Add</button></form>`;
    await shop.evaluate(`(async () => { const forms = ${JSON.stringify(forms)}; ${change} })()`);
    await shop.locator('#quantity').press('Enter');
    expect(await heard(shop)).toEqual(['submit add']);
    expect(await shop.locator('dialog').count()).toBe(0);
  });

  it('is not pressed by the words of a label around it, nor follows a link or ticks a box', async () => {
    const shop = await harness.open(
      `<label id="words">Quantity ${BUTTON}<input></label><a href="#gone"><i>Dress</i> ${BUTTON}</a><label>Gift<input type="checkbox">${BUTTON}</label>${SCRIPT}`,
      json(ALLOWED),
    );
    await expectState(shop, 'trigger');
    await shop.locator('#words').click({ position: { x: 3, y: 5 } });
    expect(await shop.locator('dialog').count()).toBe(0);
    for (const nth of [1, 2]) {
      await shop.locator('.genvoris-tryon-btn').nth(nth).click();
      await shop.locator('dialog').waitFor();
      await shop.keyboard.press('Escape');
      await expect.poll(() => shop.locator('dialog').count()).toBe(0);
    }
    expect(new URL(shop.url()).hash).toBe('');
    expect(await shop.locator('input[type=checkbox]').isChecked()).toBe(false);
  });

  it('does nothing in a fieldset that is disabled', async () => {
    const shop = await harness.open(`<fieldset disabled>${BUTTON}</fieldset>${SCRIPT}`, json(ALLOWED));
    await expectState(shop, 'trigger');
    await tryonButton(shop).evaluate((button) =>
      button.dispatchEvent(new MouseEvent('click', { bubbles: true })),
    );
    expect(await shop.locator('dialog').count()).toBe(0);
  });

  it('keeps keys and clicks in the dialog from the shop, and the shop’s keys from the dialog', async () => {
    const meddle = `<script>
      const seen = [];
      for (const [target, capture] of [[document, true], [document, false], [window, false]]) {
        for (const type of ['keydown', 'keypress', 'keyup', 'click', 'mousedown', 'focusin']) {
          target.addEventListener(type, (event) => {
            if (event.type.startsWith('key')) event.preventDefault();
            if (!capture || event.type.startsWith('key')) seen.push(type);
          }, capture);
        }
      }
    </script>`;
    const shop = await harness.open(BUTTON + SCRIPT + meddle, json(ALLOWED));
    await expectState(shop, 'trigger');
    await tryonButton(shop).click();
    await shop.locator('dialog[data-stage=choose]').waitFor();
    await shop.evaluate('seen.length = 0');
    await shop.locator('dialog .primary').focus();
    await shop.keyboard.press('Enter');
    await expect.poll(() => shop.locator('dialog [role=alert]').textContent()).toBe('Choose a photo first.');
    await shop.locator('dialog h2').click();
    await shop.keyboard.press('Escape');
    await expect.poll(() => shop.locator('dialog').count()).toBe(0);
    // What reaches the shop is the focus that comes back to its button.
    expect(await shop.evaluate('seen')).toEqual(['focusin', 'focusin']);
  });

  it.each([
    ['twice on one button', [0, 0]],
    ['on two buttons', [0, 1, 0]],
  ])('opens one dialog when scripts click %s', async (_, clicks) => {
    const shop = await harness.open(BUTTON + BUTTON + SCRIPT, json(ALLOWED));
    await expectState(shop, 'trigger');
    const press = () =>
      shop.evaluate((nths) => {
        const buttons = document.querySelectorAll<HTMLElement>('.genvoris-tryon-btn');
        for (const nth of nths) buttons[nth]?.click();
      }, clicks);
    await press();
    expect(await shop.locator('dialog').count()).toBe(1);
    await shop.evaluate(() => {
      const host = document.querySelector('[data-genvoris-dialog]');
      host?.shadowRoot?.querySelector('dialog')?.close();
    });
    await press();
    await expect.poll(() => shop.locator('dialog:modal').count()).toBe(1);
    expect(await shop.locator('[data-genvoris-dialog]').count()).toBe(1);
  });
});
