import { compose } from '../compose/compose.ts';
import { analyzePhoto } from '../photo/analyze-photo.ts';
import { readPicture } from '../photo/read-picture.ts';

/** What is done with pixels. Arguments and results travel between processes. */
export const JOBS = { read: readPicture, analyze: analyzePhoto, compose };

export type Jobs = typeof JOBS;
export type JobName = keyof Jobs;

/** From the portal to a picture process. */
export interface JobRequest {
  readonly name: JobName;
  readonly args: readonly unknown[];
  /** What the job may take. */
  readonly bounds: JobBounds;
}

export interface JobBounds {
  /** Time of a processor (ms): what others do on the machine does not count. */
  readonly cpuMs: number;
  /** Memory of the process (bytes). */
  readonly memoryBytes: number;
}

/** The way back. `rejected`: the file is not a picture we take, with its reason. */
export type JobAnswer =
  | { readonly ready: true }
  | { readonly result: unknown }
  | { readonly rejected: string; readonly message: string }
  | { readonly failed: string }
  | { readonly overrun: true };
