import { globSync, mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/** What a reader of one of the READMEs has beside its code. */
const READERS_OWN: Readonly<Record<string, string>> = {
  startMyShop: `declare function startMyShop(upstream: {
  portalUrl: string; backendUrl: string; apiKey: string; origin: string; orderSecret?: string;
  settings?: { model: string; creditsPerOrder: number; ctaUrl: string };
}): Promise<{ url: string; close(): Promise<void> }>;`,
};

/** What a shop installs beside ours, from where this repository has it. */
const BESIDE = ['@types/node', 'express', '@types/express', 'fastify', 'openapi-fetch'];

const STRICT: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  types: ['node'],
};
const EXACT = {
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
};
// Node's own types alone, without a browser's: a body of JSON is `unknown` then.
const WITHOUT_DOM = { lib: ['lib.es2024.d.ts', 'lib.esnext.disposable.d.ts'] };
const MODULES: Readonly<Record<string, ts.CompilerOptions>> = {
  nodenext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
  node16: { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 },
  bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
};

/** How strangers compile: each way to find modules, with and without what `strict` leaves out. */
export const COMPILERS: Readonly<Record<string, ts.CompilerOptions>> = Object.fromEntries(
  Object.entries(MODULES).flatMap(([name, module]) => [
    [`strict, ${name}`, { ...STRICT, ...module, lib: undefined }],
    [`strict and exact, ${name}`, { ...STRICT, ...module, ...EXACT, ...WITHOUT_DOM }],
  ]),
);

/** Writes the examples of every README into `site`, beside what is published, and returns their files. */
export function writeExamples(root: string, site: string): string[] {
  writeFileSync(join(site, 'package.json'), '{ "type": "module" }');
  for (const name of BESIDE) {
    const link = join(site, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    const from = ['', 'tests']
      .map((at) => join(root, at, 'node_modules', name))
      .find((at) => ts.sys.directoryExists(at));
    if (from === undefined) throw new Error(`${name} is not installed in this repository`);
    symlinkSync(realpathSync(from), link);
  }
  const readmes = globSync(['README.md', '{packages,apps}/*/README.md'], { cwd: root });
  return readmes.sort().flatMap((readme) => {
    const blocks = readFileSync(join(root, readme), 'utf8').matchAll(/^```ts\n(.*?)^```$/gms);
    return [...blocks].map(([, code = ''], index) => {
      const own = Object.keys(READERS_OWN).filter((name) => code.includes(name));
      const file = join(site, `${readme.replaceAll(/\W+/g, '-')}-${index + 1}.ts`);
      writeFileSync(file, `${code}\n${own.map((name) => READERS_OWN[name]).join('\n')}\nexport {};\n`);
      return file;
    });
  });
}

/** What the README says of compilers that cannot import us, and of CommonJS that can: what is not so. */
export function brokenClaims(site: string): string[] {
  const code = "import { createGenvoris } from '@genvoris/node';\nexport default createGenvoris;\n";
  const [cjs, old] = [join(site, 'shop.cts'), join(site, 'old', 'shop.ts')];
  mkdirSync(dirname(old));
  writeFileSync(join(dirname(old), 'package.json'), '{}');
  for (const file of [cjs, old]) writeFileSync(file, code);
  const claims: [string, RegExp | undefined, string, ts.CompilerOptions][] = [
    ['CommonJS, nodenext', undefined, cjs, { ...STRICT, ...MODULES.nodenext }],
    ['CommonJS, node16', /is an ECMAScript module/, cjs, { ...STRICT, ...MODULES.node16 }],
    [
      'node10',
      /Cannot find module '@genvoris\/node'/,
      old,
      { ...STRICT, module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10 },
    ],
  ];
  return claims.flatMap(([name, expected, file, options]) => {
    const said = complaints(site, [file], options).join('\n');
    const holds = expected === undefined ? said === '' : expected.test(said);
    return holds ? [] : [`packages/node/README.md says otherwise of ${name}: ${said || 'it compiles'}`];
  });
}

/** What a compiler says of these files and of the declarations of ours that they lead to; empty if nothing. */
export function complaints(site: string, files: readonly string[], options: ts.CompilerOptions): string[] {
  const host = ts.createCompilerHost(options);
  host.getCurrentDirectory = () => site;
  host.getSourceFile = (file, how) => sourceFile(file, how);
  const program = ts.createProgram(files, options, host);
  const ours = program.getSourceFiles().filter(({ fileName }) => {
    const [first = '', ...deeper] = relative(realpathSync(site), realpathSync(fileName)).split(
      'node_modules/',
    );
    return !first.startsWith('..') && deeper.length <= 1;
  });
  const found = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
  for (const file of ours)
    found.push(...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file));
  return found.map(({ file, start = 0, messageText }) => {
    const line = file
      ? `${relative(site, file.fileName)}:${file.getLineAndCharacterOfPosition(start).line + 1}: `
      : '';
    return line + ts.flattenDiagnosticMessageText(messageText, ' ');
  });
}

// Most of the time is parsing, and a file reads the same for all that take it for the same kind of module.
const parsed = new Map<string, ts.SourceFile | undefined>();

function sourceFile(
  file: string,
  how: ts.ScriptTarget | ts.CreateSourceFileOptions,
): ts.SourceFile | undefined {
  const format = typeof how === 'object' ? how.impliedNodeFormat : how;
  const key = `${format} ${file}`;
  if (!parsed.has(key)) {
    const text = ts.sys.readFile(file);
    parsed.set(key, text === undefined ? undefined : ts.createSourceFile(file, text, how));
  }
  return parsed.get(key);
}
