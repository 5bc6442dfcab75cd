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

document.querySelector('.bag[type=button]')?.addEventListener('click', () => {
  document.querySelector('.bag-note').textContent = 'In your bag. It is a demo: the bag has a hole.';
});
