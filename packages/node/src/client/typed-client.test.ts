import { describe, expectTypeOf, it } from 'vitest';
import { type Genvoris, isGenvorisError } from '../index.ts';

// Types alone: what does not compile here fails the type check. Nothing is called.
declare const genvoris: Genvoris;

describe('the types of a call', () => {
  it('are those of the spec', () => {
    const plans = () => genvoris.v1.GET('/api/v1/plans', { params: { query: { limit: 50 } } });
    expectTypeOf<
      Awaited<ReturnType<typeof plans>>['data']['data'][number]['monthlyTryOns']
    >().toEqualTypeOf<number>();
    const disable = () => genvoris.v1.DELETE('/api/v1/plans/{id}', { params: { path: { id: 'pln_1' } } });
    expectTypeOf<Awaited<ReturnType<typeof disable>>['data']>().toEqualTypeOf<undefined>();
    type Status = Awaited<ReturnType<typeof genvoris.status.get>>;
    expectTypeOf<Extract<Status, { monetizationModel: 'per_tryon' }>['quota']>().not.toBeUndefined();
  });

  it('refuse what the spec does not document', () => {
    const wrong = [
      // @ts-expect-error the body is missing
      () => genvoris.v1.POST('/api/v1/plans'),
      // @ts-expect-error a field of another type
      () => genvoris.v1.POST('/api/v1/plans', { body: { name: 5, monthlyTryOns: 5 } }),
      // @ts-expect-error the id is missing
      () => genvoris.v1.GET('/api/v1/plans/{id}'),
      // @ts-expect-error no such path
      () => genvoris.v1.GET('/api/v1/orders'),
      // @ts-expect-error no such method on the path
      () => genvoris.v1.DELETE('/api/v1/plans'),
      // @ts-expect-error would lead around the contract
      () => genvoris.status.GET('/status', { baseUrl: 'https://elsewhere.example' }),
      // @ts-expect-error the photo is missing
      () => genvoris.tryon.analyze({ product_image_url: 'https://shop.example/a.jpg' }),
    ];
    expectTypeOf(wrong).toBeArray();
  });

  it('take undefined for what may be left out, at any depth', () => {
    const shopper: { email: string | undefined } = { email: undefined };
    const signal: AbortSignal | undefined = undefined;
    const calls = [
      () =>
        genvoris.v1.POST('/api/v1/customers', {
          params: { header: { 'Idempotency-Key': undefined } },
          body: { externalId: 'woocommerce_42', email: shopper.email, metadata: undefined },
          signal,
        }),
      () => genvoris.v1.GET('/api/v1/plans', { params: { query: { limit: undefined } }, headers: undefined }),
      // @ts-expect-error the id may not be left out
      () => genvoris.v1.GET('/api/v1/plans/{id}', { params: { path: { id: undefined } } }),
    ];
    expectTypeOf(calls).toBeArray();
  });

  it('tell an error by its code', () => {
    const handle = (error: unknown) => {
      if (!isGenvorisError(error)) return;
      if (error.code === 'contract_violation') expectTypeOf(error.path).toEqualTypeOf<string>();
      if (error.code === 'timeout') expectTypeOf(error.timeoutMs).toEqualTypeOf<number>();
      if (error.code === 'credit_limit_reached') expectTypeOf(error.status).toEqualTypeOf<number>();
      // @ts-expect-error no error has this code
      if (error.code === 'quota_gone') return;
    };
    expectTypeOf(handle).toBeFunction();
  });
});
