import { gates, sayGates } from './gates.mjs';
import { root } from './repository.mjs';
import { toolchain } from './toolchain.mjs';

export async function check() {
  const stages = await gates({ cwd: root, env: await toolchain() });
  sayGates(stages);
  return stages.every(({ ok }) => ok) ? 0 : 1;
}
