import type { CellResult, Report } from './report.ts';

/** The report as JUnit XML: a suite per operation, a case per cell. */
export function toJUnit(report: Report): string {
  const suites = [...Map.groupBy(report.cells, ({ operationId }) => operationId)].map(([name, cells]) =>
    [`  <testsuite name=${quote(name)} ${counts(cells)}>`, ...cells.map(testCase), '  </testsuite>'].join(
      '\n',
    ),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name=${quote(`genvoris-conformance ${report.name}`)} ${counts(report.cells)} time="${report.tookMs / 1000}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function counts(cells: readonly CellResult[]): string {
  const failures = cells.filter(({ state }) => state === 'fails').length;
  const errors = cells.filter(({ state }) => state === 'not_run').length;
  return `tests="${cells.length}" failures="${failures}" errors="${errors}" skipped="0"`;
}

function testCase({ id, operationId, title, state, tookMs, findings, reason }: CellResult): string {
  const open = `    <testcase classname=${quote(operationId)} name=${quote(`${id} (${title})`)} time="${(tookMs / 1000).toFixed(4)}"`;
  if (state === 'conforms') return `${open}/>`;
  if (state === 'not_run')
    return `${open}>\n      <error message=${quote(reason ?? 'did not run')} type="not_run"/>\n    </testcase>`;
  const failures = findings.map(({ check, message, expected, actual }) => {
    const details = [
      expected !== undefined && `expected: ${expected}`,
      actual !== undefined && `got: ${actual}`,
    ];
    const text = details.filter((part) => part !== false).join('\n');
    return `      <failure message=${quote(`${check}: ${message}`)} type=${quote(check)}>${toXml(text)}</failure>`;
  });
  return `${open}>\n${failures.join('\n')}\n    </testcase>`;
}

function quote(text: string): string {
  return `"${toXml(text).replaceAll('\n', '&#10;')}"`;
}

// XML 1.0 has no way at all to write most control characters.
function toXml(text: string): string {
  const writable = [...text]
    .map((letter) => (isWritable(letter.codePointAt(0) ?? 0) ? letter : '\uFFFD'))
    .join('');
  return writable
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function isWritable(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 32 && code < 0xd800) ||
    (code >= 0xe000 && code !== 0xfffe && code !== 0xffff)
  );
}
