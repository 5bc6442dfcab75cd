import { type ProviderCell, stateCell } from '../cells/provider-cell.ts';
import { makeConversion, makeReturn, makeShopper, makeVisit } from '../fixtures/fixtures.ts';
import { tryOn } from '../fixtures/valid-call.ts';

/** Events, orders and returns, as far as answers tell of them. */
export const ANALYTICS_CELLS: readonly ProviderCell[] = [
  stateCell('trackEvents.effect', 'a visit that tries on between two orders', async (harness, assert) => {
    const sessionId = await makeVisit(harness, ['WIDGET_OPENED', 'PHOTO_UPLOADED']);
    const before = await makeConversion(harness, { sessionId });
    assert.equal(before.attributedFromTryOn, false, 'an order follows a try-on that was none');
    await makeVisit(harness, ['TRYON_GENERATED'], { sessionId });
    const after = await makeConversion(harness, { sessionId });
    assert.equal(after.attributedFromTryOn, true, 'an order of a visit that tried on does not follow it');
    const other = await makeConversion(harness, { sessionId: harness.fresh('visit-') });
    assert.equal(other.attributedFromTryOn, false, 'an order follows the try-on of another visit');
  }),
  stateCell('createConversion.once-per-order', 'one order three times', async (harness, assert) => {
    const sessionId = await makeVisit(harness, ['TRYON_GENERATED']);
    const orderId = harness.fresh('order_');
    const first = await makeConversion(harness, { orderId, sessionId });
    assert.that(
      first.deduped === undefined,
      'a new order is taken for a repeat',
      'no deduped',
      first.deduped,
    );
    for (const change of [{ sessionId }, { amountCents: 1 }]) {
      const again = await makeConversion(harness, { orderId, ...change });
      assert.equal(again, { ...first, deduped: true }, 'a repeated order is not answered as the first was');
    }
    const other = await makeConversion(harness, { orderId, platform: 'shopify' });
    assert.that(other.id !== first.id, 'orders of two platforms are one', 'two ids', other.id);
  }),
  stateCell(
    'createConversion.once-per-order.at-once',
    'one order eight times at once',
    async (harness, assert) => {
      const orderId = harness.fresh('order_');
      const told = await Promise.all(Array.from({ length: 8 }, () => makeConversion(harness, { orderId })));
      assert.equal(new Set(told.map(({ id }) => id)).size, 1, 'one order was recorded more than once');
      const fresh = told.filter(({ deduped }) => deduped !== true).length;
      assert.equal(fresh, 1, 'of repeats that come at once not exactly one is the first');
    },
  ),
  stateCell(
    'createConversion.by-email',
    'a customer who tries on between two orders',
    async (harness, assert) => {
      const { id, token } = await makeShopper(harness, 5);
      const email = `${harness.fresh('ada-')}@shop.example`;
      await harness.must('updateCustomer', { id }, { body: { json: { email } } });
      const order = { customerEmail: email.toUpperCase() };
      const before = await makeConversion(harness, order);
      assert.equal(before.attributedFromTryOn, false, 'an order follows a try-on that was none');
      assert.status(await tryOn(harness, token), 200, 'a try-on is refused');
      const after = await makeConversion(harness, order);
      assert.equal(after.attributedFromTryOn, true, 'an order does not follow the try-on of its customer');
      const other = await makeConversion(harness, { customerEmail: `${harness.fresh('eve-')}@shop.example` });
      assert.equal(other.attributedFromTryOn, false, 'an order follows the try-on of another customer');
    },
  ),
  stateCell('createReturn.effect', 'returns before their order and after it', async (harness, assert) => {
    const orderId = harness.fresh('order_');
    const early = await makeReturn(harness, { orderId });
    assert.equal(early.conversionEventId, null, 'a return belongs to an order that nobody reported');
    const { id } = await makeConversion(harness, { orderId });
    const late = [await makeReturn(harness, { orderId }), await makeReturn(harness, { orderId })];
    const joined = late.map(({ conversionEventId }) => conversionEventId);
    assert.equal(joined, [id, id], 'a return is not joined to its order');
    const ids = new Set([early, ...late].map((one) => one.id));
    assert.equal(ids.size, 3, 'several returns of an order are one');
    const other = await makeReturn(harness, { orderId, platform: 'shopify' });
    assert.equal(other.conversionEventId, null, 'a return is joined to the order of another platform');
  }),
];
