import type { Database } from './database.ts';

export interface Settings {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
}

/** What the shop remembers by name, as JSON. */
export function createSettings(database: Database): Settings {
  const read = database.prepare('select value from settings where name = ?');
  const write = database.prepare('insert or replace into settings (name, value) values (?, ?)');
  return {
    get(name) {
      const row = read.get(name);
      return row && JSON.parse(String(row.value));
    },
    set(name, value) {
      write.run(name, JSON.stringify(value));
    },
  };
}
