import { fileOf } from './options.ts';
import { startWidget } from './start-widget.ts';

// Shared by every copy of the script in the window, whatever its version: the first one runs.
const RUNNING = Symbol.for('genvoris.widget');

function main(): void {
  const page = window as { [RUNNING]?: true | ReturnType<typeof startWidget> };
  // Absent in a module; and an element of that name stands in its place.
  const current = document.currentScript as HTMLScriptElement | null;
  const tag = current?.tagName === 'SCRIPT' ? current : undefined;
  const earlier = page[RUNNING];
  if (earlier) {
    if (earlier !== true) earlier(tag);
    return;
  }
  page[RUNNING] = true;
  page[RUNNING] = startWidget(tag, fileOf(tag?.src || ownAddress()));
}

/** Where the code that runs came from, read off a stack trace: a module cannot ask in a classic script's words. */
function ownAddress(): string | undefined {
  return /https?:\/\/\S+?(?=:\d+:\d+)/.exec(String(new Error().stack))?.[0];
}

try {
  main();
} catch (error) {
  // The shop's page matters more than the widget.
  console.warn('Genvoris: the try-on widget could not start.', error instanceof Error ? error.name : '');
}
