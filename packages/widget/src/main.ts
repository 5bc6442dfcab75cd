import { fileOf } from './options.ts';
import { startWidget } from './start-widget.ts';

// Shared by every copy of the script in the window, whatever its version: the first one runs.
const RUNNING = Symbol.for('genvoris.widget');

function main(): void {
  const page = window as { [RUNNING]?: true | ReturnType<typeof startWidget> };
  const place = /^(.*?)(https?:\S+?):\d+:\d+/s.exec(String(new Error().stack));
  // Another script that evaluates this text lends it its own tag and address.
  const isEvaluated = /eval|> Function/.test(place?.[1] ?? '');
  // Absent in a module; and an element of that name stands in its place.
  const current = document.currentScript as HTMLScriptElement | null;
  const tag = current?.tagName === 'SCRIPT' && !isEvaluated ? current : undefined;
  const earlier = page[RUNNING];
  if (earlier) {
    if (earlier !== true) earlier(tag);
    return;
  }
  page[RUNNING] = true;
  // A module cannot ask for its address in a classic script's words, but its stack tells.
  const address = tag ? tag.src : place?.[2];
  page[RUNNING] = startWidget(tag, isEvaluated ? '' : fileOf(address));
}

try {
  main();
} catch (error) {
  // The shop's page matters more than the widget.
  console.warn('Genvoris: the try-on widget could not start.', error instanceof Error ? error.name : '');
}
