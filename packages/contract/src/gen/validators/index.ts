// Generated from openapi by `pnpm generate`. Do not edit.
import type { ValidatorTable } from '../../validation.ts';
import { table as connectTable } from './connect.ts';
import { table as statusTable } from './status.ts';
import { table as storefrontTable } from './storefront.ts';
import { table as tryonTrackTable } from './tryon-track.ts';
import { table as tryonTable } from './tryon.ts';
import { table as v1Table } from './v1.ts';

export const table: ValidatorTable = {
  ...connectTable,
  ...statusTable,
  ...storefrontTable,
  ...tryonTrackTable,
  ...tryonTable,
  ...v1Table,
};
