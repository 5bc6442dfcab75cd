// The one script of the dashboard: puts try-ons into the list as they happen. Without it the list is as of
// the page's load.
const list = document.querySelector('#feed tbody');
const state = document.querySelector('#feed-state');
const pause = document.querySelector('#feed-pause');
const template = document.querySelector('#feed-row');
const MOST = 12;
const TIME = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
let waiting = [];
let paused = false;

function add(item) {
  if (list.querySelector(`[data-id="${CSS.escape(item.id)}"]`)) return;
  const row = template.content.firstElementChild.cloneNode(true);
  row.dataset.id = item.id;
  row.classList.add('new');
  const part = (name) => row.querySelector(`[data-part="${name}"]`);
  const at = new Date(item.at);
  const time = row.querySelector('time');
  time.dateTime = item.at;
  time.textContent = `${TIME.format(at)}, ${CLOCK.format(at)}`;
  part('product').textContent = item.product;
  const shopper = part('shopper');
  if (item.customer) {
    const link = document.createElement('a');
    link.href = `/dashboard/customers/${encodeURIComponent(item.customer)}`;
    shopper.append(link);
    link.textContent = item.shopper;
  } else shopper.textContent = item.shopper;
  part('charged').textContent = item.charged;
  const outcome = part('outcome');
  outcome.textContent = item.success ? 'Completed' : 'Failed';
  outcome.className = `badge ${item.success ? 'good' : 'bad'}`;
  list.prepend(row);
  list.querySelector('[data-empty]')?.remove();
  while (list.children.length > MOST) list.lastElementChild.remove();
}

function say(text) {
  if (state.textContent !== text) state.textContent = text;
}

if (list && window.EventSource) {
  const newest = list.querySelector('[data-id]')?.dataset.id ?? '';
  const source = new EventSource(`/dashboard/feed?after=${encodeURIComponent(newest)}`);
  pause.hidden = false;
  source.addEventListener('open', () => say(paused ? 'Paused' : 'Live'));
  source.addEventListener('error', () => {
    say(source.readyState === EventSource.CLOSED ? 'Not live: reload the page' : 'Reconnecting…');
  });
  source.addEventListener('tryon', (event) => {
    const item = JSON.parse(event.data);
    if (paused) waiting = [...waiting, item].slice(-MOST);
    else add(item);
  });
  pause.addEventListener('click', () => {
    paused = !paused;
    pause.textContent = paused ? 'Resume' : 'Pause';
    say(paused ? 'Paused' : 'Live');
    if (!paused) {
      for (const item of waiting) add(item);
      waiting = [];
    }
  });
}
