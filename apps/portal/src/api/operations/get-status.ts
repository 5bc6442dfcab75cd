import { readStatus } from '../../domain/stores/status.ts';
import { defineOperation } from './define.ts';

export const getStatus = defineOperation(
  'getStatus',
  async ({ db, store, now }) => ({
    status: 200,
    body: await readStatus(db, store.storeId, now),
    headers: { 'Cache-Control': 'private, no-store' },
  }),
  { work: 'read', servesSuspended: true },
);
