import { validateRequest } from '@genvoris/contract/validators/connect';
import type { Kysely } from 'kysely';
import { issueCode } from '../../domain/connect/code.ts';
import { type ConnectRequest, returnTo } from '../../domain/connect/connect-request.ts';
import { useFormToken } from '../../domain/connect/form-token.ts';
import { storesOfSession } from '../../domain/connect/stores.ts';
import { findMerchantSession, type MerchantSession } from '../../domain/merchants/merchant-session.ts';
import { ApiError, invalidField } from '../../foundation/api-error.ts';
import type { Schema } from '../../storage/schema.ts';
import { returnPage } from '../connect-pages/pages.ts';
import { defineOperation } from './define.ts';

interface Form {
  readonly decision: 'allow' | 'deny';
  readonly csrf: string;
  readonly store: string | undefined;
}

export const decideConnect = defineOperation(
  'decideConnect',
  async ({ portal, db, request, now }) => {
    const form = readForm(request.bytes, request.headers.get('content-type'));
    const { siteName, location } = await db.transaction().execute(async (trx) => {
      const session = await findMerchantSession(trx, request.headers, now);
      const asked = session && (await useFormToken(trx, portal.vault, session, form.csrf, now));
      if (!asked) {
        throw new ApiError('invalid_body', {
          detail: 'The form is no longer valid. Start again from your shop.',
          fieldErrors: { '/csrf': ['is not valid any more'] },
        });
      }
      const answer: Record<string, string> =
        form.decision === 'allow'
          ? { code: await allow(trx, await storeIdOf(trx, session, form), asked, now) }
          : { error: 'access_denied' };
      return {
        siteName: asked.siteName,
        location: returnTo(asked.returnUrl, { ...answer, state: asked.state }),
      };
    });
    const page = await returnPage(siteName, location);
    return { status: 302, ...page, headers: { ...page.headers, Location: location } };
  },
  { work: 'own' },
);

/** @throws ApiError `invalid_body` for a store that is not the merchant's */
async function storeIdOf(trx: Kysely<Schema>, session: MerchantSession, { store }: Form): Promise<string> {
  if (store === undefined) return session.storeId;
  const own = await storesOfSession(trx, session);
  if (own.some(({ storeId }) => storeId === store)) return store;
  throw invalidField('/store', 'is not a store of yours');
}

/** @throws ApiError `account_inactive` */
async function allow(
  trx: Kysely<Schema>,
  storeId: string,
  asked: ConnectRequest,
  now: Date,
): Promise<string> {
  const { status } = await trx
    .selectFrom('stores')
    .select('status')
    .where('store_id', '=', storeId)
    .executeTakeFirstOrThrow();
  if (status === 'SUSPENDED') throw new ApiError('account_inactive');
  return issueCode(trx, storeId, asked, now);
}

function readForm(bytes: Buffer, contentType: string | null): Form {
  if (contentType?.split(';', 1)[0]?.trim().toLowerCase() !== 'application/x-www-form-urlencoded') {
    throw invalidField('', 'must be application/x-www-form-urlencoded');
  }
  const fields = new URLSearchParams(bytes.toString('utf8'));
  const body = Object.fromEntries(fields);
  const result = validateRequest('decideConnect', body);
  if (!result.ok || fields.size !== Object.keys(body).length) {
    const [first] = result.ok ? [] : result.errors;
    throw invalidField(first?.path ?? '', first?.message ?? 'has a field twice');
  }
  const { decision, csrf = '', store } = body;
  return { decision: decision === 'allow' ? 'allow' : 'deny', csrf, store };
}
