import { CTA_TYPES } from '@genvoris/contract';
import { type ListedScenario, listScenarios } from '@genvoris/mock';

/** A scenario that can be chosen on the page. */
export interface DemoScenario {
  name: string;
  label: string;
  /**
   * The adapter calls the mock servers with the scenario's test key; `storefront` shows what no adapter answers
   * yet; `portal` is no scenario but the real thing.
   */
  served: 'by key' | 'storefront' | 'portal';
}

export interface ScenarioGroup {
  label: string;
  scenarios: DemoScenario[];
}

export const DEFAULT_SCENARIO = 'ALLOWED';

/** The portal of this repository, which keeps count. */
export const PORTAL = 'portal';

/** A status with an access value that no version of the contract has. The mock has no example of one. */
export const UNKNOWN_ACCESS = 'unknown_access';

const STATUS = 'getStatus';
const FURTHER_ON = ['upsertCustomer', 'createSession', 'analyzePhoto', 'generateTryon'];

/** What can be chosen, from the mock's own list: nothing here names an access value or an error code. */
export const SCENARIO_GROUPS: readonly ScenarioGroup[] = groups(listScenarios());

export function findScenario(name: unknown): DemoScenario | undefined {
  return SCENARIO_GROUPS.flatMap(({ scenarios }) => scenarios).find((scenario) => scenario.name === name);
}

function groups(all: ListedScenario[]): ScenarioGroup[] {
  const status = all.filter((one) => answers(one, STATUS).some((code) => code === 200));
  const refused = all.filter((one) => answers(one, STATUS).some((code) => code !== 200));
  const later = all.filter(
    (one) =>
      !refused.includes(one) &&
      FURTHER_ON.some((operation) => answers(one, operation).some((code) => code >= 400)),
  );
  const faults = all.filter(({ name }) => name.startsWith('fault_'));
  const ctas = all.filter(({ name }) => CTA_TYPES.some((type) => name === `cta_${type}`));
  return [
    {
      label: 'The portal, with a database',
      scenarios: [{ name: PORTAL, label: 'whatever its store allows', served: 'portal' }],
    },
    {
      label: 'The mock’s status says',
      scenarios: [...byKey(status), { name: UNKNOWN_ACCESS, label: 'an unknown value', served: 'by key' }],
    },
    { label: 'The status fails with', scenarios: byKey(refused) },
    { label: 'The session or the try-on fails with', scenarios: byKey(later) },
    { label: 'The connection breaks', scenarios: byKey(faults) },
    {
      label: 'Other models (answered by the mock)',
      scenarios: ctas.map(({ name }) => ({ name, label: label(name), served: 'storefront' })),
    },
  ];
}

function answers({ answers }: ListedScenario, operationId: string): number[] {
  return answers.filter((answer) => answer.operationId === operationId).map(({ status }) => status);
}

function byKey(scenarios: ListedScenario[]): DemoScenario[] {
  return scenarios.map(({ name }) => ({ name, label: label(name), served: 'by key' }));
}

function label(name: string): string {
  return name.replace(/^(fault|cta)_/, '');
}
