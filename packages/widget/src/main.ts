import { startWidget } from './start-widget.ts';

// Shared by every copy of the script on the page, whatever its version: the first one runs.
const RUNNING = Symbol.for('genvoris.widget');

function main(): void {
  const page = window as { [RUNNING]?: true };
  if (page[RUNNING]) return;
  page[RUNNING] = true;
  // Absent when a bundler or a tag manager runs the text of the script.
  const script =
    document.currentScript ??
    document.querySelector<HTMLElement>(
      'script[data-proxy], script[data-api-key], script[src*="widget.js"]',
    ) ??
    document.createElement('script');
  startWidget(script as HTMLElement);
}

try {
  main();
} catch (error) {
  // The shop's page matters more than the widget.
  console.warn('Genvoris: the try-on widget could not start.', error instanceof Error ? error.name : '');
}
