// Conveniences: every page works without them.

const demo = document.querySelector('.demo');
const controls = demo.querySelector('form');
controls.querySelector('button').hidden = true;
controls.addEventListener('change', () => controls.requestSubmit());
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') demo.open = false;
});

// What the widget shows, for those who came to see just that.
const tryon = document.querySelector('.genvoris-tryon-btn');
if (tryon) {
  const seen = demo.querySelector('.seen');
  const show = () => {
    seen.textContent = (tryon.dataset.genvorisState ?? 'pending').replace('_', ' ');
  };
  new MutationObserver(show).observe(tryon, { attributeFilter: ['data-genvoris-state'] });
  show();
}

// What is left after a try-on, without loading the page again.
const allowance = document.querySelector('[data-allowance]');
if (allowance) {
  window.addEventListener('genvoris:tryon-completed', ({ detail }) => {
    if (Number.isInteger(detail.remaining)) {
      allowance.textContent = `${detail.remaining} ${detail.remaining === 1 ? 'try-on' : 'try-ons'} left.`;
    }
  });
}

// What the shop knows of the way to an order and the widget does not.
for (const form of document.querySelectorAll('form[data-track]')) {
  form.addEventListener('submit', () => {
    const detail = { eventType: form.dataset.track };
    window.dispatchEvent(new CustomEvent('genvoris:track', { detail }));
  });
}

// The merchant's books move while they are looked at.
const books = document.getElementById('books');
if (books) {
  setInterval(() => {
    // Somebody who is typing or choosing in there is not to lose it.
    if (document.hidden || books.contains(document.activeElement)) return;
    const request = new XMLHttpRequest();
    request.open('GET', location.href);
    request.responseType = 'document';
    request.addEventListener('load', () => {
      const fresh = request.response?.getElementById('books');
      if (fresh && fresh.textContent !== books.textContent) books.replaceChildren(...fresh.childNodes);
    });
    request.send();
  }, 2_000);
}
