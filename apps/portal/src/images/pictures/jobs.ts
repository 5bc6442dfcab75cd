import { compose } from '../compose/compose.ts';
import { readPicture } from '../photo/read-picture.ts';
import { warningsFor } from '../photo/warnings.ts';

/** What is done with pixels. Arguments and results travel between processes. */
export const JOBS = { read: readPicture, warnings: warningsFor, compose };

export type Jobs = typeof JOBS;
export type JobName = keyof Jobs;

/** From the portal to the picture process. */
export interface JobRequest {
  readonly id: number;
  readonly name: JobName;
  readonly args: readonly unknown[];
}

/** The way back. `rejected`: the file is not a picture we take, with its reason. */
export type JobAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly rejected: string; readonly message: string }
  | { readonly id: number; readonly failed: string };
