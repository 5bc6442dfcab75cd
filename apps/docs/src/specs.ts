import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SPECS, type SpecName } from '@genvoris/contract';

/** What the pages read of a bundled spec. */
export interface BundledSpec {
  info: { title: string; version: string; summary: string; description: string };
  servers: readonly { url: string; description?: string }[];
  webhooks?: Record<string, { post: WebhookOperation }>;
}

interface WebhookOperation {
  summary: string;
  description?: string;
  requestBody: { content: Record<string, { examples?: Record<string, { value?: unknown; $ref?: string }> }> };
}

export const SPEC_NAMES = Object.keys(SPECS) as SpecName[];

/** The bundled JSON of a spec, byte for byte as the contract package ships it. */
export function specText(name: SpecName): string {
  return readFileSync(fileURLToPath(import.meta.resolve(`@genvoris/contract/specs/${name}.json`)), 'utf8');
}

export function readSpec(name: SpecName): BundledSpec {
  return JSON.parse(specText(name)) as BundledSpec;
}
