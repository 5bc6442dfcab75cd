import { describe, expect, it } from 'vitest';
import { errorOf, openClient, PLAN } from '../../tests/clients.ts';
import { answering, json } from '../../tests/loopback.ts';

describe('an answer that breaks the contract', () => {
  it.each([
    ['/name', { name: 42 }],
    ['/monthlyTryOns', { monthlyTryOns: 0 }],
    ['/createdAt', { createdAt: 'yesterday' }],
    ['/active', { active: undefined }],
  ])('is an error that says which path is wrong: %s', async (path, wrong) => {
    const { url } = await answering(json(200, { ...PLAN, ...wrong }));
    const error = await errorOf(
      openClient(url).v1.GET('/api/v1/plans/{id}', { params: { path: { id: 'pln_1' } } }),
    );
    expect(error).toMatchObject({
      name: 'GenvorisContractError',
      code: 'contract_violation',
      operationId: 'getPlan',
      status: 200,
      requestId: 'req_loopback',
      path,
    });
    expect(error.message).toContain(path);
  });

  it('is one with a 2xx that is not documented', async () => {
    const { url } = await answering(json(203, { access: 'ALLOWED' }));
    expect(await errorOf(openClient(url).status.get())).toMatchObject({
      code: 'contract_violation',
      path: '',
    });
  });

  it('is none where only access is unknown: that reads as ERROR', async () => {
    for (const access of ['SOMETHING_NEW', undefined, null, 7, ['ALLOWED']]) {
      const { url } = await answering(json(200, { access, plan: 'growth' }));
      expect(await openClient(url).status.get()).toEqual({ access: 'ERROR' });
      expect((await openClient(url).status.GET('/status')).data).toEqual({ access: 'ERROR' });
    }
  });

  it('is none where the plan is a new one', async () => {
    const { url } = await answering(json(200, { access: 'LOCKED', plan: 'enterprise', later: true }));
    expect(await openClient(url).status.get()).toEqual({ access: 'LOCKED', later: true });
  });

  it('is one where a per_tryon status has no quota, or the body is no object', async () => {
    for (const body of [{ access: 'ALLOWED', monetizationModel: 'per_tryon' }, [], 'ALLOWED', null]) {
      const { url } = await answering(json(200, body));
      expect((await errorOf(openClient(url).status.get())).code).toBe('contract_violation');
    }
  });
});
