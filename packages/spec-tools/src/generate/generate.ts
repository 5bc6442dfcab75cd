import type { Spec } from '../contract/bundle.ts';
import { readContract } from '../contract/read-contract.ts';
import { accountSource, shopEventSource } from './bounds.ts';
import { catalogueSource } from './catalogue.ts';
import { eventsSource } from './events.ts';
import { failureLimitSource } from './failure-limit.ts';
import { messagesSource } from './messages.ts';
import { metadataSource } from './metadata.ts';
import { operationSources } from './operations.ts';
import { photoSource } from './photo.ts';
import { scenariosSource } from './scenarios.ts';
import { shopProductSource, shopProductSpec } from './shop-product.ts';
import { translationSource } from './translation.ts';
import { startTypes } from './types.ts';
import { validatorSources } from './validators.ts';
import { widgetSessionSource } from './widget-session.ts';

interface Step {
  what: string;
  milliseconds: number;
}

/** Every generated file, path from the root to content, derived from `openapi` alone. */
export async function generate(root: string, report: (step: Step) => void): Promise<Map<string, string>> {
  const types = startTypes();
  try {
    let from = performance.now();
    const done = (what: string) => {
      const now = performance.now();
      report({ what, milliseconds: now - from });
      from = now;
    };
    const { specs, operations, catalogues, shared } = await readContract(root);
    done(`bundled ${specs.map(({ name }) => name).join(', ')}`);
    const shopProduct = shopProductSpec(shared);
    const typeSources = types.sources([...specs, shopProduct]);
    // Awaited below; a failure before that must not count as unhandled.
    typeSources.catch(() => {});
    const files = new Map<string, string>();
    for (const spec of specs) files.set(`packages/contract/specs/${spec.name}.json`, specJson(spec));
    const gen = 'packages/contract/src/gen';
    files.set(`${gen}/catalogue.ts`, catalogueSource(catalogues));
    files.set(`${gen}/translation.ts`, translationSource(shared, catalogues));
    files.set(`${gen}/messages.ts`, messagesSource(catalogues));
    for (const [name, source] of operationSources(specs, operations, catalogues))
      files.set(`${gen}/${name}`, source);
    files.set(`${gen}/account.ts`, accountSource(shared));
    files.set(`${gen}/shop-event.ts`, shopEventSource(shared));
    files.set(`${gen}/metadata.ts`, metadataSource(specs));
    files.set(`${gen}/photo.ts`, photoSource(shared));
    files.set(`${gen}/failure-limit.ts`, failureLimitSource(shared));
    files.set(`${gen}/shop-product.ts`, shopProductSource(shared));
    files.set(`${gen}/widget-session.ts`, widgetSessionSource(shared));
    files.set(`${gen}/scenarios.ts`, scenariosSource(operations));
    files.set(`${gen}/events.ts`, eventsSource(operations, catalogues));
    done(`derived ${catalogues.length} tables and ${operations.length} operations and events`);
    for (const [name, source] of await validatorSources(specs, operations, [shopProduct])) {
      files.set(`${gen}/${name}`, source);
    }
    done('compiled the validators');
    for (const [name, source] of await typeSources) files.set(`${gen}/types/${name}.ts`, source);
    done('typed the specs');
    return files;
  } finally {
    types.stop();
  }
}

function specJson({ file, document }: Spec): string {
  const { openapi = '', ...rest } = document;
  const marked = { openapi, 'x-generated': `Generated from ${file} by pnpm generate. Do not edit.`, ...rest };
  return `${JSON.stringify(marked, null, 2)}\n`;
}
