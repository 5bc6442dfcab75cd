import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

interface Manifest {
  exports?: Record<string, string>;
  publishConfig?: { exports?: Record<string, unknown> };
}

const ROOT = join(import.meta.dirname, '../..');

/** The modules that users import. */
const ENTRY_POINTS = globSync(join(ROOT, 'packages/*/package.json')).flatMap((path) => {
  const { exports = {}, publishConfig } = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  return Object.entries(exports)
    .filter(([subpath, file]) => publishConfig?.exports?.[subpath] && /^[^*]*\.ts$/.test(file))
    .map(([, file]) => join(path, '..', file));
});

/** Each name that a module exports, itself or from others, with its declaration. */
function exportsOf(file: string): Map<string, ts.Node | undefined> {
  const found = new Map<string, ts.Node | undefined>();
  const { statements } = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  for (const statement of statements) {
    if (ts.isExportDeclaration(statement)) {
      const { moduleSpecifier, exportClause } = statement;
      const from = createRequire(file).resolve((moduleSpecifier as ts.StringLiteral).text);
      // What is generated has its docstrings from the specs.
      if (from.includes('/gen/')) continue;
      const theirs = exportsOf(from);
      const named = exportClause && ts.isNamedExports(exportClause) ? exportClause.elements : undefined;
      if (named === undefined) for (const [name, node] of theirs) found.set(name, node);
      else
        for (const { name, propertyName = name } of named)
          found.set(name.text, theirs.get(propertyName.text));
    } else if (ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.[0]?.getText() === 'export') {
      const declared = ts.isVariableStatement(statement)
        ? statement.declarationList.declarations
        : [statement];
      for (const each of declared) found.set((each as ts.NamedDeclaration).name?.getText() ?? '', statement);
    }
  }
  return found;
}

test('every published name has a docstring, every published function an example', () => {
  const published = ENTRY_POINTS.flatMap((file) => [...exportsOf(file)]);
  expect(published.length).toBeGreaterThan(100);
  const missing = published.flatMap(([name, node]) => {
    if (node === undefined || !ts.getJSDocCommentsAndTags(node).some(ts.isJSDoc)) return `${name}: docstring`;
    const shown = ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'example');
    return ts.isFunctionDeclaration(node) && !shown ? `${name}: @example` : [];
  });
  expect(missing).toEqual([]);
});
