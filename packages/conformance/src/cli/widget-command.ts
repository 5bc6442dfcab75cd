import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { CannotRunError } from '../core/cells/errors.ts';
import { createWidgetMatrix } from '../subjects/widget/matrix.ts';
import { WIDGET_OPERATIONS, type WidgetOperation } from '../subjects/widget/operations.ts';
import { WIDGET_RULES } from '../subjects/widget/rules.ts';
import { finish, hold } from './frame.ts';
import { addCommonOptions, type CommonFlags, EXIT_CODES } from './options.ts';

interface WidgetFlags extends CommonFlags {
  widget?: string;
  page?: string;
  operation?: WidgetOperation;
  list?: boolean;
}

export function addWidgetCommand(program: Command): void {
  const command = program
    .command('widget')
    .description('hold a widget to the matrix in a real browser: what the page shows for every answer')
    .option('-w, --widget <file>', 'the script, which is put on a page of the run’s own')
    .option(
      '-p, --page <url>',
      'a shop page that is served already; its status question is answered by the run',
    )
    .addOption(
      new Option('--operation <id>', 'what --page asks (default getStorefrontStatus)').choices(
        WIDGET_OPERATIONS,
      ),
    );
  addCommonOptions(command, 'widget')
    .addHelpText(
      'after',
      `
Examples:
  $ genvoris-conformance widget --widget dist/widget.js
  $ genvoris-conformance widget --page http://127.0.0.1:3000/products/dress --only '*.ui-fork'

The browser is the one GENVORIS_CHROMIUM or CHROME_PATH names, an installed one, or the one of the npm
package @sparticuz/chromium. What the page shows is read off data-genvoris-state and data-genvoris-panel.
${EXIT_CODES}`,
    )
    .action(finish(run));
}

async function run({ list, ...flags }: WidgetFlags): Promise<number> {
  const { widget, junit: _junit, json: _json, ...options } = flags;
  return hold(list, flags, {
    rules: WIDGET_RULES,
    matrix: createWidgetMatrix,
    async run(watch) {
      const script = widget === undefined ? undefined : readScript(widget);
      // Playwright takes a fifth of a second to load, which no other command should wait for.
      const { runWidgetConformance } = await import('../subjects/widget/run-widget.ts');
      return runWidgetConformance({ ...options, ...(script !== undefined && { script }), ...watch });
    },
  });
}

function readScript(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new CannotRunError('no_widget', `--widget ${file} cannot be read: ${(cause as Error).message}`, {
      cause,
    });
  }
}
