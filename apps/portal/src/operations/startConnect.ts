import { readConnectRequest } from '../connect/connect-request.ts';
import { makeFormToken } from '../connect/form-token.ts';
import { findMerchantSession } from '../connect/merchant-session.ts';
import { consentPage, signInPage } from '../connect/pages.ts';
import { defineOperation } from './define.ts';

export const startConnect = defineOperation(
  'startConnect',
  async ({ portal, db, query, request, now }) => {
    const asked = readConnectRequest(query);
    const session = await findMerchantSession(db, request.headers, now);
    const page = session
      ? await consentPage(asked, session, makeFormToken(portal.vault, session, asked, now))
      : await signInPage(asked, `/oauth/wordpress?${query}`);
    return { status: 200, ...page };
  },
  { work: 'read' },
);
