/**
 * Keeps a try-on button from being what Enter in a field of its form presses, or what resets the form.
 * Whatever else the form's scripts see of it (its elements, its data) stays as it was.
 */
export function keepOutOfForms(button: HTMLElement): void {
  for (const one of [button, ...button.querySelectorAll('button, input')]) {
    if (one instanceof HTMLButtonElement && one.type !== 'button') one.type = 'button';
    if (!(one instanceof HTMLInputElement)) continue;
    if (one.type === 'submit' || one.type === 'reset') one.type = 'button';
    // As another type it would lose its picture; so it belongs to no form.
    if (one.type === 'image' && one.getAttribute('form') !== '') one.setAttribute('form', '');
  }
}
