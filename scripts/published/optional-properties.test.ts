import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

interface Manifest {
  private?: boolean;
  exports?: Record<string, string>;
  publishConfig?: { exports?: Record<string, unknown> };
}

const ROOT = join(import.meta.dirname, '../..');

/** The modules that users of Node import. */
const ENTRY_POINTS = globSync(join(ROOT, 'packages/*/package.json')).flatMap((path) => {
  const {
    private: unpublished,
    exports = {},
    publishConfig,
  } = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  if (unpublished) return [];
  return Object.entries(exports)
    .filter(([subpath, file]) => publishConfig?.exports?.[subpath] && /^[^*]*\.ts$/.test(file))
    .map(([, file]) => join(path, '..', file));
});

const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.base.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT, undefined);
const program = ts.createProgram(ENTRY_POINTS, { ...options, lib: ['lib.es2024.d.ts', 'lib.dom.d.ts'] });
const checker = program.getTypeChecker();

/** What users give, such as options, and what they get; a function turns them round for its parameters. */
type Side = 'given' | 'got';
const other = (side: Side): Side => (side === 'given' ? 'got' : 'given');

const seen = new Set<string>();
const strict = new Set<string>();

function visit(type: ts.Type, side: Side): void {
  const id = `${side} ${(type as ts.Type & { id: number }).id}`;
  if (seen.has(id)) return;
  seen.add(id);
  if (type.isUnionOrIntersection()) for (const each of type.types) visit(each, side);
  for (const each of checker.getTypeArguments(type as ts.TypeReference) ?? []) visit(each, side);
  for (const signature of type.getCallSignatures()) {
    for (const parameter of signature.parameters) visit(checker.getTypeOfSymbol(parameter), other(side));
    visit(signature.getReturnType(), side);
  }
  for (const property of type.getProperties()) {
    const declaration = property.valueDeclaration;
    if (!declaration || !isOurs(declaration)) continue;
    if (side === 'given' && property.flags & ts.SymbolFlags.Optional && !allowsUndefined(declaration)) {
      const owner = (declaration.parent as ts.InterfaceDeclaration).name?.getText() ?? '';
      strict.add(`${owner}.${property.name} of ${relative(ROOT, declaration.getSourceFile().fileName)}`);
    }
    visit(checker.getTypeOfSymbol(property), side);
  }
}

function isOurs(node: ts.Node): boolean {
  const { fileName } = node.getSourceFile();
  return fileName.startsWith(join(ROOT, 'packages')) && !/node_modules|\/gen\//.test(fileName);
}

function allowsUndefined(declaration: ts.Declaration): boolean {
  const { type } = declaration as ts.PropertySignature;
  if (!type || ts.isMethodSignature(declaration)) return true;
  const resolved = checker.getTypeFromTypeNode(type);
  const parts = resolved.isUnion() ? resolved.types : [resolved];
  return parts.some(
    ({ flags }) => flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Any | ts.TypeFlags.Unknown),
  );
}

test('whatever users may leave out they may also give as undefined', () => {
  let functions = 0;
  for (const file of ENTRY_POINTS) {
    const module = checker.getSymbolAtLocation(program.getSourceFile(file) as ts.SourceFile);
    for (const each of module ? checker.getExportsOfModule(module) : []) {
      const symbol = each.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(each) : each;
      if (/(Options|Override|Identity)$/.test(symbol.name))
        visit(checker.getDeclaredTypeOfSymbol(symbol), 'given');
      if (!symbol.valueDeclaration) continue;
      const type = checker.getTypeOfSymbol(symbol);
      functions += type.getCallSignatures().length;
      visit(type, 'got');
      for (const { parameters } of type.getConstructSignatures())
        for (const parameter of parameters) visit(checker.getTypeOfSymbol(parameter), 'given');
    }
  }
  expect(functions).toBeGreaterThan(30);
  // A signal's method is as the platform declares it.
  strict.delete('.once of packages/storefront/src/exchange/cancellation.ts');
  expect([...strict].sort()).toEqual([]);
});
