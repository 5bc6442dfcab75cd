// Generated from openapi by `pnpm generate`. Do not edit.
import type { ErrorValidators, OperationValidators } from '../../validation.ts';
import * as connect from './connect.ts';
import * as status from './status.ts';
import * as storefront from './storefront.ts';
import * as tryonTrack from './tryon-track.ts';
import * as tryon from './tryon.ts';
import * as v1 from './v1.ts';

export const table: Readonly<Record<string, OperationValidators>> = {
  ...connect.table,
  ...status.table,
  ...storefront.table,
  ...tryonTrack.table,
  ...tryon.table,
  ...v1.table,
};

export const errors: Readonly<Record<string, ErrorValidators>> = {
  ...connect.errors,
  ...status.errors,
  ...storefront.errors,
  ...tryonTrack.errors,
  ...tryon.errors,
  ...v1.errors,
};
