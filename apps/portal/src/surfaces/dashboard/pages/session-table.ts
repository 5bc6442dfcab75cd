import type { Selectable } from 'kysely';
import type { SessionsTable } from '../../../storage/schema.ts';
import { confirm } from '../elements/confirm.ts';
import { badge, code, shortCode, time } from '../elements/format.ts';
import { type Column, table } from '../elements/table.ts';
import type { Markup, PageContext } from '../request/page-context.ts';

export type SessionRow = Selectable<SessionsTable>;

export interface SessionTableOptions<Row> {
  readonly caption: string;
  readonly empty: string;
  /** The path that revokes it. */
  readonly revoke: (row: Row) => string;
  /** The fields that go with it. */
  readonly fields?: Markup;
  /** What names a row, instead of the session's id. */
  readonly name?: Column<Row>;
}

/** Session tokens: never the tokens, only that there are some. */
export function sessionTable<Row extends SessionRow>(
  context: PageContext,
  rows: readonly Row[],
  { caption, empty, revoke, fields = '', name }: SessionTableOptions<Row>,
): Markup {
  const valid = (row: Row) => row.revoked_at === null && row.expires_at > context.now;
  return table<Row>(
    caption,
    [
      ...(name ? [name] : []),
      { title: 'Session', cell: ({ jti }) => (name ? shortCode(jti) : code(jti)) },
      { title: 'Issued (UTC)', cell: (row) => time(row.issued_at) },
      { title: 'Expires (UTC)', cell: (row) => time(row.expires_at) },
      {
        title: 'State',
        leads: true,
        cell: (row) => (valid(row) ? badge('Valid', 'good') : badge(row.revoked_at ? 'Revoked' : 'Expired')),
      },
      { title: 'Change', wide: true, cell: (row) => (valid(row) ? question(row) : '') },
    ],
    rows,
    { empty },
  );

  function question(row: Row): Markup {
    return confirm(context, {
      action: revoke(row),
      label: 'Revoke',
      about: `session ${row.jti}`,
      question: 'Try-ons with this token are refused from now on.',
      fields,
    });
  }
}
