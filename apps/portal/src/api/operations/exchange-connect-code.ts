import { useCode } from '../../domain/connect/code.ts';
import { connectSite } from '../../domain/connect/connect-site.ts';
import { ApiError } from '../../foundation/api-error.ts';
import { defineOperation } from './define.ts';

export const exchangeConnectCode = defineOperation(
  'exchangeConnectCode',
  async ({ portal, db, body, request, now }) => {
    const given = { code: body.code, state: body.state, returnUrl: body.return_url };
    // Refused outside the transaction: inside, the code would be as good as new.
    const connected = await db.transaction().execute(async (trx) => {
      const code = await useCode(trx, given, now);
      if (!code) return 'invalid';
      const store = await trx
        .selectFrom('stores')
        .select(['store_id', 'name', 'status', 'external_id'])
        .where('store_id', '=', code.store_id)
        .executeTakeFirstOrThrow();
      if (store.status === 'SUSPENDED') return 'suspended';
      return { store, ...(await connectSite(trx, portal.vault, code, now)) };
    });
    if (connected === 'suspended') throw new ApiError('account_inactive');
    if (connected === 'invalid') {
      throw new ApiError('invalid_body', {
        detail: 'The code is not valid. Codes live 10 minutes and work once.',
        fieldErrors: { '/code': ['is not valid'] },
      });
    }
    const { store, apiKey, webhookSecret } = connected;
    const url = portal.config.publicUrl ?? `http://${request.headers.get('host')}`;
    return {
      status: 200,
      headers: { 'Cache-Control': 'no-store' },
      body: {
        api_key: apiKey,
        webhook_secret: webhookSecret,
        store: { id: store.store_id, name: store.name, external_id: store.external_id },
        portal_url: url,
        backend_url: url,
      },
    };
  },
  { work: 'own' },
);
