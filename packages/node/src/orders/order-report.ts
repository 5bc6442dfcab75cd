import type { components } from '@genvoris/contract/types/v1';
import type { Genvoris } from '../client.ts';

type Schemas = components['schemas'];

/** What a platform's webhook says of an order, as the portal wants to be told it. */
export interface OrderReport {
  /** The order, once it is paid. */
  readonly conversion?: Schemas['CreateConversionRequest'] | undefined;
  /** The refunds it tells of. A platform may tell of one again and again: `key` is the same each time. */
  readonly returns: readonly { readonly key: string; readonly refund: Schemas['CreateReturnRequest'] }[];
}

/** Nothing to tell: a ping, an order that is not paid yet, a topic of another kind. */
export const NOTHING: OrderReport = { returns: [] };

/**
 * Tells the portal of an order and its refunds. An order counts once, however often it is told. A refund counts once
 * within 24 h of its first; where the platform tells of it for longer, remember the `key`s told in `isTold`.
 *
 * @param isTold whether a refund with this key has been told before, by your own record
 * @throws GenvorisError of `conversions.create` or `returns.create`; then answer the webhook 500, to get it again
 * @see openapi/v1.yaml createConversion, createReturn
 * @example await reportOrder(genvoris, readShopifyOrder(rawBody, request.headers, secret));
 */
export async function reportOrder(
  genvoris: Pick<Genvoris, 'conversions' | 'returns'>,
  { conversion, returns }: OrderReport,
  isTold: (key: string) => boolean | Promise<boolean> = () => false,
): Promise<void> {
  if (conversion !== undefined) await genvoris.conversions.create(conversion);
  for (const { key, refund } of returns) {
    if (!(await isTold(key))) await genvoris.returns.create(refund, { idempotencyKey: key });
  }
}
