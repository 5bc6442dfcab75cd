// The demo's own conveniences: the page works without them.
const form = document.querySelector('.demo form');
form.querySelector('button').hidden = true;
form.addEventListener('change', () => form.requestSubmit());

const seen = form.querySelector('.seen');
const tryon = document.querySelector('.genvoris-tryon-btn');
if (tryon) {
  const show = () => {
    seen.hidden = false;
    seen.querySelector('output').textContent = (tryon.dataset.genvorisState ?? 'pending').replace('_', ' ');
  };
  new MutationObserver(show).observe(tryon, { attributeFilter: ['data-genvoris-state'] });
  show();
}

// What the shop knows of the way to an order and the widget does not.
for (const form of document.querySelectorAll('form[data-track]')) {
  const track = () =>
    window.dispatchEvent(new CustomEvent('genvoris:track', { detail: { eventType: form.dataset.track } }));
  form.addEventListener('submit', track);
}
