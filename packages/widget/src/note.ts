const said = new Set<string>();

/** Names on the console, once, what the shop wrote and cannot have meant. */
export function note(problem: string): void {
  if (said.has(problem)) return;
  said.add(problem);
  console.warn(`Genvoris: ${problem}`);
}
