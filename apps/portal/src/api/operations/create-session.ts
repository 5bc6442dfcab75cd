import { findCustomer } from '../../domain/customers/customer.ts';
import { planOf } from '../../domain/customers/usage.ts';
import { currentPeriodStart, periodEnd } from '../../domain/period.ts';
import { AUDIENCE, signSession } from '../../domain/sessions/token.ts';
import { ApiError } from '../../foundation/api-error.ts';
import { newId } from '../../foundation/ids.ts';
import { defineOperation } from './define.ts';

const DEFAULT_SECONDS = 900;

export const createSession = defineOperation(
  'createSession',
  async ({ portal, db, store: { storeId }, params, body, now }) => {
    // Cancelling revokes the sessions there are: one that is being made must be before it or see it.
    const customer = await findCustomer(db, storeId, params.id ?? '', { lock: true });
    if (customer.status !== 'ACTIVE') {
      throw new ApiError('customer_inactive', {
        detail: `The customer is ${customer.status.toLowerCase()}.`,
      });
    }
    const plan = await planOf(db, customer);
    const signer = await portal.signingKeys.signer(db);
    const seconds = body?.expires_in ?? body?.expiresIn ?? DEFAULT_SECONDS;
    const iat = Math.floor(now.getTime() / 1000);
    const jti = newId('ses_', now);
    const expiresAt = new Date((iat + seconds) * 1000);
    await db
      .insertInto('sessions')
      .values({
        store_id: storeId,
        jti,
        customer_id: customer.id,
        kid: signer.kid,
        product_id: body?.productId ?? null,
        issued_at: now,
        expires_at: expiresAt,
      })
      .execute();
    const token = await signSession(signer, {
      iss: portal.config.issuer,
      aud: AUDIENCE,
      sub: customer.id,
      sid: storeId,
      pid: customer.plan_id,
      iat,
      exp: iat + seconds,
      jti,
    });
    const start = currentPeriodStart(customer.period_start, now);
    return {
      status: 201,
      body: {
        token,
        token_type: 'Bearer' as const,
        expires_in: seconds,
        expires_at: expiresAt.toISOString(),
        customer: {
          id: customer.id,
          external_id: customer.external_id,
          plan_id: plan?.id ?? null,
          plan_name: plan?.name ?? null,
          monthly_try_ons: plan?.monthlyTryOns ?? null,
          period_start: start.toISOString(),
          period_end: periodEnd(start).toISOString(),
        },
      },
    };
  },
  { secretAnswer: true, prepare: (portal) => portal.signingKeys.ensure() },
);
