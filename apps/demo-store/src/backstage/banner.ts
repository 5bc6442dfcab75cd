import { ACCESS, ACCESS_VALUES } from '@genvoris/contract';
import { KEY_PREFIX } from '@genvoris/mock';
import type { RunningPortal } from './portal.ts';
import { SCENARIO_GROUPS } from './scenarios.ts';

export interface Addresses {
  shop: string;
  mock: string;
  portal: RunningPortal | undefined;
  docs: { url: string } | { problem: string };
}

/** What the terminal says once everything runs. */
export function banner({ shop, mock, portal, docs }: Addresses): string {
  const places: [string, string][] = [
    ['Shop', shop],
    ['Its merchant', `${shop}/merchant`],
    ['API docs', 'url' in docs ? docs.url : `not built: ${docs.problem}`],
    ['Mock servers', mock],
    ...(portal ? ([['Portal', `${portal.url}   sign in as ${portal.signIn}`]] as [string, string][]) : []),
    ...(portal?.moveClock ? ([['A month on', portal.moveClock]] as [string, string][]) : []),
  ];
  const keys: [string, string][] = ACCESS_VALUES.map((access) => [
    `${KEY_PREFIX}${access}`,
    `${ACCESS[access].ui.replace('_', ' ')}: ${ACCESS[access].description}`,
  ]);
  const others = SCENARIO_GROUPS.slice(2, 5).map(({ label, scenarios }): [string, string] => [
    `${label}:`,
    scenarios
      .slice(0, 3)
      .map(({ name }) => `${KEY_PREFIX}${name}`)
      .concat(scenarios.length > 3 ? [`${scenarios.length - 3} more`] : [])
      .join(', '),
  ]);
  return `
${table(places)}

The shop starts in front of the ${portal ? 'portal, which keeps count' : 'mock servers'}. A test key of the mock servers switches the scenario. Choose one
on the shop's pages, or use it wherever a key goes:

${table(keys)}

${table(others)}

All of them: npm run tool -- genvoris-mock --list.  Ctrl-C stops everything.
`;
}

function table(rows: [string, string][]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`).join('\n');
}
