import { validateRequest } from '@genvoris/contract/validators/connect';
import { issueCode } from '../connect/code.ts';
import { returnTo } from '../connect/connect-request.ts';
import { useFormToken } from '../connect/form-token.ts';
import { findMerchantSession } from '../connect/merchant-session.ts';
import { returnPage } from '../connect/pages.ts';
import { invalidField, Refusal } from '../http/refusal.ts';
import { defineOperation } from './define.ts';

export const decideConnect = defineOperation('decideConnect', async ({ portal, db, request, now }) => {
  const form = readForm(request.bytes, request.headers.get('content-type'));
  const session = await findMerchantSession(db, request.headers, now);
  const asked = session && (await useFormToken(db, portal.vault, session, form.csrf, now));
  if (!asked) {
    throw new Refusal('invalid_body', {
      detail: 'The form is no longer valid. Start again from your shop.',
      fieldErrors: { '/csrf': ['is not valid any more'] },
    });
  }
  const location = returnTo(asked.returnUrl, { ...(await outcome()), state: asked.state });
  const page = await returnPage(asked.siteName, location);
  return { status: 302, ...page, headers: { ...page.headers, Location: location } };

  async function outcome(): Promise<Record<string, string>> {
    if (form.decision === 'deny' || !session || !asked) return { error: 'access_denied' };
    const { status } = await db
      .selectFrom('stores')
      .select('status')
      .where('store_id', '=', session.storeId)
      .executeTakeFirstOrThrow();
    if (status === 'SUSPENDED') throw new Refusal('account_inactive');
    return { code: await issueCode(db, session.storeId, asked, now) };
  }
});

function readForm(bytes: Buffer, contentType: string | null): { decision: 'allow' | 'deny'; csrf: string } {
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
  return body as { decision: 'allow' | 'deny'; csrf: string };
}
