/** A stay on one page: from when something begins there until the shopper goes elsewhere. */
export interface Stay {
  /** Aborted once the page has been left. */
  readonly signal: AbortSignal;
  end(): void;
}

const stays = new Set<{ check(): void; leave(): void }>();

/** What tells pages apart: a part behind the # does only if it is a route. */
export function currentPage(): string {
  return location.pathname + (/^#[!/]/.test(location.hash) ? location.hash : '');
}

/** @param remains whether what it began at is still on the page */
export function beginStay(remains: () => boolean): Stay {
  const controller = new AbortController();
  const page = currentPage();
  const query = location.search;
  const stay = {
    check(): void {
      if (currentPage() !== page || (location.search !== query && isElsewhere(query, remains))) stay.leave();
    },
    leave(): void {
      stays.delete(stay);
      controller.abort();
    },
  };
  stays.add(stay);
  return { signal: controller.signal, end: () => stays.delete(stay) };
}

// A script that only takes parameters away, such as a campaign's, leaves nothing.
function isElsewhere(query: string, remains: () => boolean): boolean {
  const before = new URLSearchParams(query);
  const added = [...new URLSearchParams(location.search)].some(
    ([name, value]) => !before.getAll(name).includes(value),
  );
  return added || !remains();
}

/** Ends the stays on a page that is no longer there. Called at each change, and before what cannot be undone. */
export function checkStays(): void {
  for (const stay of stays) stay.check();
}

/** Ends all stays, for the window goes elsewhere. */
export function endStays(): void {
  for (const stay of stays) stay.leave();
}
