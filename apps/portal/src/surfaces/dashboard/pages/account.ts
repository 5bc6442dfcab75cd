import { html } from 'hono/html';
import { endOtherSessions, endSession } from '../../../domain/merchants/end-session.ts';
import {
  addMerchant,
  checkPassword,
  joinStore,
  type MerchantStore,
} from '../../../domain/merchants/merchant.ts';
import { sessionCookie, startMerchantSession } from '../../../domain/merchants/merchant-session.ts';
import { hashPassword, LEAST_PASSWORD, MOST_PASSWORD } from '../../../domain/merchants/password.ts';
import { LineFullError, PASSWORD_LINES } from '../../../domain/merchants/password-line.ts';
import { createStore } from '../../../domain/stores/create-store.ts';
import { invalidField } from '../../../foundation/api-error.ts';
import { act } from '../elements/confirm.ts';
import { field, formStart } from '../elements/field.ts';
import { badge, code, moment, number } from '../elements/format.ts';
import { table } from '../elements/table.ts';
import type { Action, Done, Markup, Page, PageContext } from '../request/page-context.ts';
import { deviceCookie } from '../sign-in/device-cookie.ts';
import { createLoginLimit } from '../sign-in/login-limit.ts';
import { BUSY, inWords } from '../sign-in/put-off.ts';

const PATH = '/dashboard/settings';

/** What is the merchant's own, not the store's. */
export async function accountSection(context: PageContext): Promise<Markup> {
  const { portal, session, storeId } = context;
  const started = await portal.db
    .selectFrom('merchant_sessions')
    .select('created_at')
    .where('store_id', '=', storeId)
    .where('token_hash', '=', session.id)
    .executeTakeFirst();
  return html`<section class="panel"><h2>Your sign-in</h2><p>${session.merchant}, signed in since ${moment(started?.created_at)}</p>
${act(context, `${PATH}/sign-out-others`, 'Sign out everywhere else')}
<details class="more"${context.failed?.form.name === 'password' && html` open`}><summary>Change password</summary>
<form class="fields" method="post" action="${PATH}/password">${formStart(context, 'password')}
${field(context, 'password', { name: 'current', label: 'Password now', type: 'password', required: true, autocomplete: 'current-password' })}
${field(context, 'password', { name: 'password', label: 'New password', type: 'password', required: true, minlength: LEAST_PASSWORD, maxlength: MOST_PASSWORD, autocomplete: 'new-password', hint: `At least ${LEAST_PASSWORD} characters. Every other sign-in ends.` })}
<button class="main">Change password</button></form></details></section>
${context.stores.length > 1 ? await storesSection(context) : ''}
<section class="panel"><h2>Another store</h2>
<form class="fields" method="post" action="${PATH}/stores">${formStart(context, 'store')}
${field(context, 'store', { name: 'name', label: 'Name', required: true, maxlength: 80, hint: 'It has its own keys, shoppers and credits.' })}
<button class="main">Open store</button></form></section>`;
}

/** The merchant's stores, with what each has left. */
async function storesSection(context: PageContext): Promise<Markup> {
  const pools = await context.portal.db
    .selectFrom('pools')
    .select(['store_id', 'balance'])
    .where(
      'store_id',
      'in',
      context.stores.map(({ storeId }) => storeId),
    )
    .execute();
  const left = new Map(pools.map(({ store_id, balance }) => [store_id, balance]));
  return html`<section><h2>Your stores</h2>${table<MerchantStore>(
    'Your stores, by name',
    [
      { title: 'Store', cell: ({ name }) => name },
      { title: 'Id', bare: true, cell: ({ storeId }) => code(storeId) },
      { title: 'Credits left', figure: true, cell: ({ storeId }) => number(left.get(storeId) ?? 0) },
      {
        title: 'Open',
        leads: true,
        cell: ({ storeId, name }) =>
          storeId === context.storeId
            ? badge('Open now', 'good')
            : act(context, '/dashboard/store', 'Open', name, { store: storeId }),
      },
    ],
    context.stores,
  )}</section>`;
}

export function accountActions(page: Page): Action[] {
  return [
    {
      path: `${PATH}/sign-out-others`,
      page,
      async perform({ portal, session }) {
        await endOtherSessions(portal.db, session);
        return { to: PATH, notice: 'You are signed in here only.' };
      },
    },
    {
      path: `${PATH}/password`,
      page,
      async perform({ portal, session, storeId, now, secure }, form) {
        const [current = ''] = form.all('current');
        const [password = ''] = form.all('password');
        if (password.length < LEAST_PASSWORD || password.length > MOST_PASSWORD) {
          throw invalidField('/password', `must have ${LEAST_PASSWORD} to ${MOST_PASSWORD} characters`);
        }
        // Who has got hold of a sign-in guesses no faster here than at its door.
        const limit = createLoginLimit(portal.counters, portal.config.rateLimitScale, portal.clock);
        const attempt = await limit.ofKnown(session.id);
        if (!attempt.ok) {
          throw invalidField('/current', `was wrong too often. Try again ${inWords(attempt.waitSeconds)}`);
        }
        const passwordHash = await inLine(async () => {
          const given = { email: session.merchant, password: current, standing: 'known' } as const;
          const right =
            current.length <= MOST_PASSWORD &&
            (await PASSWORD_LINES.known.admit(() => checkPassword(portal.db, given)));
          return right ? hashPassword(password) : undefined;
        }, attempt.withdraw);
        if (passwordHash === undefined) throw invalidField('/current', 'is not right');
        await attempt.succeeded();
        await portal.db.transaction().execute(async (trx) => {
          await addMerchant(trx, { storeId, email: session.merchant, passwordHash }, now);
          await endOtherSessions(trx, session);
        });
        const device = deviceCookie(portal.vault, session.merchant, { now, secure });
        return { to: PATH, notice: 'The password was changed.', cookies: [device] };
      },
    },
    {
      path: `${PATH}/stores`,
      page,
      async perform(context, form) {
        const name = form.text('name');
        if (name === '' || name.length > 80) throw invalidField('/name', 'must have 1 to 80 characters');
        const { portal, session, now } = context;
        const storeId = await portal.db.transaction().execute(async (trx) => {
          const id = await createStore(trx, { name }, now);
          await joinStore(trx, id, session.merchant);
          return id;
        });
        return openStore(context, storeId);
      },
    },
    {
      path: '/dashboard/store',
      page,
      async perform(context, form) {
        const store = context.stores.find(({ storeId }) => storeId === form.text('store'));
        if (!store) throw invalidField('', 'this is not a store of yours');
        return openStore(context, store.storeId);
      },
    },
  ];
}

/** Does what waits for a password to be hashed. @throws ApiError where too many wait */
async function inLine<Result>(work: () => Promise<Result>, withdraw: () => Promise<void>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    await withdraw();
    if (error instanceof LineFullError) throw invalidField('', BUSY.replace(/\.$/, ''));
    throw error;
  }
}

/** A sign-in is for one store: another store is another sign-in. */
async function openStore({ portal, session, now, secure }: PageContext, storeId: string): Promise<Done> {
  const { merchant } = session;
  const { token } = await portal.db.transaction().execute(async (trx) => {
    await endSession(trx, session, now);
    return startMerchantSession(trx, { storeId, merchant }, now);
  });
  return { to: '/dashboard', cookies: [sessionCookie(token, { secure })] };
}
