import { type ListedScenario, listScenarios } from '@genvoris/mock';

/** A scenario that can be chosen on the page. */
export interface DemoScenario {
  name: string;
  label: string;
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
  return [
    {
      label: 'The portal, with a database',
      scenarios: [{ name: PORTAL, label: 'whatever its store allows' }],
    },
    {
      label: 'The mock’s status says',
      scenarios: [...byKey(status), { name: UNKNOWN_ACCESS, label: 'an unknown value' }],
    },
    { label: 'The status fails with', scenarios: byKey(refused) },
    { label: 'The session or the try-on fails with', scenarios: byKey(later) },
    { label: 'The connection breaks', scenarios: byKey(faults) },
  ];
}

function answers({ answers }: ListedScenario, operationId: string): number[] {
  return answers.filter((answer) => answer.operationId === operationId).map(({ status }) => status);
}

function byKey(scenarios: ListedScenario[]): DemoScenario[] {
  return scenarios.map(({ name }) => ({ name, label: label(name) }));
}

function label(name: string): string {
  return name.replace(/^fault_/, '');
}
