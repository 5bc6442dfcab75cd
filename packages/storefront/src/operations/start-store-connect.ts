import type { ConnectStart } from '@genvoris/contract/types/storefront';
import { toAnswer } from '../exchange/failure.ts';
import type { OperationHandler } from './operation.ts';

/** `POST /oauth/start`: a state of this administrator's, and the consent page to go to with it. */
export const startStoreConnect: OperationHandler = async ({ shopper }, { connect }) => {
  if (connect === undefined || shopper === null) return { kind: 'path_not_allowed' };
  const email = connect.settings.adminEmail ?? shopper.details().email;
  if (typeof email !== 'string' || email === '') {
    const cause = new Error('connect.adminEmail is not set, and identify gave no email of the administrator');
    return { kind: 'internal', cause };
  }
  const { state, expiresAt } = await connect.states.begin(shopper);
  const answer: ConnectStart = {
    connectUrl: connect.consentUrl(state, email),
    expiresAt: expiresAt.toISOString(),
  };
  return toAnswer(answer);
};
