import { readFileSync } from 'node:fs';

/** The code of a Markdown file, found by its language and something in it. */
export type FindBlock = (language: string, containing: string) => string;

export function codeBlocks(file: string): FindBlock {
  const blocks = [...readFileSync(file, 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms)];
  return (language, containing) => {
    const found = blocks.filter(([, of, code = '']) => of === language && code.includes(containing));
    if (found.length !== 1)
      throw new Error(`${file} has ${found.length} ${language} blocks with ${containing}`);
    return found[0]?.[2] ?? '';
  };
}

/** The commands of a shell block, one line each. */
export function commandsOf(code: string): string[] {
  return code
    .replaceAll(/\\\n\s*/g, '')
    .trim()
    .split('\n');
}
