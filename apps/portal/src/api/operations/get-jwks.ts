import { defineOperation } from './define.ts';

export const getJwks = defineOperation(
  'getJwks',
  async ({ portal }) => ({
    status: 200,
    body: { keys: await portal.signingKeys.publicKeys() },
    headers: { 'Cache-Control': 'public, max-age=3600' },
  }),
  { work: 'read' },
);
