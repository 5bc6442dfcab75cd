import { readConnectRequest } from '../connect/connect-request.ts';
import { makeFormToken } from '../connect/form-token.ts';
import { findMerchantSession } from '../connect/merchant-session.ts';
import { consentPage, signInPage } from '../connect/pages.ts';
import { storesOfSession } from '../connect/stores.ts';
import { defineOperation } from './define.ts';

export const startConnect = defineOperation(
  'startConnect',
  async ({ portal, db, query, request, now }) => {
    const asked = readConnectRequest(query);
    const session = await findMerchantSession(db, request.headers, now);
    if (!session) return { status: 200, ...(await signInPage(asked, `/oauth/wordpress?${query}`)) };
    const stores = await storesOfSession(db, session);
    const csrf = makeFormToken(portal.vault, session, asked, now);
    return { status: 200, ...(await consentPage(asked, { session, stores, csrf })) };
  },
  { work: 'read' },
);
