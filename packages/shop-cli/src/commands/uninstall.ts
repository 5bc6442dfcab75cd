import { rm } from 'node:fs/promises';
import { openLedger } from '../settings/open-ledger.ts';
import type { Settings } from '../settings/settings.ts';
import { openTerminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** Drops the ledger's tables and the vault. What is not there already is no error. Returns what was asked to go. */
export async function uninstall(settings: Settings, { yes }: { yes?: true }): Promise<string[]> {
  const { ledger, vaultFolder } = settings;
  const gone = [...(ledger === undefined ? [] : ['the tables of the ledger']), `the vault in ${vaultFolder}`];
  if (!yes) await confirm(gone);
  if (ledger !== undefined) {
    const opened = await openLedger(settings);
    try {
      await opened.uninstall();
    } finally {
      await opened.close();
    }
  }
  await rm(vaultFolder, { recursive: true, force: true });
  return gone;
}

async function confirm(gone: readonly string[]): Promise<void> {
  const terminal = openTerminal();
  if (terminal === undefined)
    throw new UsageError('uninstall: nobody is here to be asked; say --yes if you mean it');
  try {
    const answer = await terminal.ask(`This deletes ${gone.join(' and ')} for good. Type "yes" to go on: `);
    if (answer !== 'yes') throw new UsageError('uninstall: nothing was deleted');
  } finally {
    terminal.close();
  }
}
