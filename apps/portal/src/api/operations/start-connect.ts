import { readConnectRequest } from '../../domain/connect/connect-request.ts';
import { makeFormToken } from '../../domain/connect/form-token.ts';
import { storesOfSession } from '../../domain/connect/stores.ts';
import { findMerchantSession } from '../../domain/merchants/merchant-session.ts';
import { consentPage, signInPage } from '../connect-pages/pages.ts';
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
