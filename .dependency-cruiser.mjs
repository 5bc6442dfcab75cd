// The arrows of ARCHITECTURE.md: openapi → contract → http → { node, widget, mock, conformance } → storefront → apps.
// A rule's name and comment are what its reader sees when a build fails, so they say the way out.

const source = (name) => `^packages/${name}/src/`;
const test = '(\\.test\\.ts$|/fixtures/|^packages/[^/]+/tests?/)';

/** The one part of `http` that is Node's, behind an entry of its own. */
const CONTENT_CODING = '^packages/http/src/content-coding\\.ts$';

/** A package may reach the other packages named here, and no other part of the repository. */
function reaches(name, allowed, comment) {
  const others = ['packages', ...allowed, name].join('|');
  return {
    name: `${name}-reaches-only-${allowed.join('-and-') || 'itself'}`,
    comment,
    severity: 'error',
    from: { path: source(name), pathNot: test },
    to: {
      path: '^(packages|apps|bench|tests|scripts)/',
      pathNot: `^packages/(${others})/`,
    },
  };
}

/** Rooms of a package, lowest first; those of one step do not know each other. What is above a room is out of its reach. */
function rooms(folder, steps) {
  return steps.flatMap((step, n) =>
    step.map((room) => ({
      name: `rooms-go-down: ${room} of ${folder}`,
      comment:
        'A room imports the rooms below it (ARCHITECTURE.md, Rooms), not those above or beside it, nor the files that put rooms together. Move what both need down, or pass it in from above.',
      severity: 'error',
      from: { path: `^${folder}/src/${room}/`, pathNot: '\\.test\\.ts$' },
      to: {
        path: `^${folder}/src/`,
        pathNot: `^${folder}/src/(${[...steps.slice(0, n).flat(), room].join('|')})/`,
      },
    })),
  );
}

export default {
  forbidden: [
    {
      name: 'contract-imports-nothing',
      comment:
        'The contract runs in browsers, workers and servers alike and imports nothing. Generate what it needs into src/gen, or move the code to a package above it.',
      severity: 'error',
      from: { path: source('contract'), pathNot: test },
      to: { pathNot: source('contract') },
    },
    {
      name: 'widget-is-browser-safe',
      comment:
        'The widget is one script on a shop page: browser APIs and browser-safe parts of @genvoris/contract and @genvoris/http, no Node module and no npm package.',
      severity: 'error',
      from: { path: source('widget'), pathNot: test },
      to: { pathNot: [source('widget'), source('contract'), source('http')] },
    },
    {
      name: 'http-uses-web-apis',
      comment:
        'What is said alike over HTTP runs in browsers and servers and imports nothing; what is Node’s belongs to the package that needs it.',
      severity: 'error',
      from: { path: source('http'), pathNot: [test, CONTENT_CODING] },
      to: { pathNot: source('http') },
    },
    {
      name: 'content-coding-is-nodes',
      comment:
        'Content codings are undone by Node’s zlib, where a server calls a server: through the transport of @genvoris/node, or the egress of the portal.',
      severity: 'error',
      from: { path: '^packages/(http|storefront|widget)/src/', pathNot: test },
      to: { path: CONTENT_CODING },
    },
    reaches(
      'node',
      ['contract', 'http'],
      'The clients stand on the contract only; what shops need on top belongs to @genvoris/storefront.',
    ),
    reaches(
      'mock',
      ['contract', 'http'],
      'The mock answers by the contract alone, so that it agrees with no implementation by construction.',
    ),
    reaches(
      'conformance',
      ['contract', 'mock'],
      'The judge imports nothing of what it judges: it speaks HTTP, or opens a page. Drive the adapter or app from outside, in tests/.',
    ),
    ...rooms('packages/storefront', [
      ['exchange'],
      ['ledger', 'vault'],
      ['upstream'],
      ['shoppers'],
      ['guards', 'entitlements'],
      ['shop-events'],
      ['operations'],
      ['core'],
      ['hosts', 'platforms'],
    ]),
    ...rooms('packages/ledger', [['book'], ['storage'], ['ledger']]),
    ...rooms('packages/conformance', [['core'], ['subjects'], ['cli']]),
    ...rooms('apps/portal', [
      ['foundation'],
      ['storage', 'images'],
      ['domain'],
      ['api'],
      ['runtime'],
      ['surfaces'],
    ]),
    {
      name: 'subjects-do-not-know-each-other',
      comment: 'What two subjects share belongs to the core of the conformance package.',
      severity: 'error',
      from: { path: '^packages/conformance/src/subjects/([^/]+)/', pathNot: test },
      to: {
        path: '^packages/conformance/src/(subjects|cli)/',
        pathNot: '^packages/conformance/src/subjects/$1/',
      },
    },
    reaches(
      'spec-tools',
      [],
      'What generates the packages from the specs needs none of them, or it could not generate the first one.',
    ),
    reaches(
      'storefront',
      ['contract', 'http', 'node'],
      'The storefront reaches Genvoris through @genvoris/node only.',
    ),
    reaches(
      'shop-cli',
      ['contract', 'ledger', 'storefront'],
      'The command puts published packages together; what it does for a shop belongs to them.',
    ),
    reaches(
      'ledger',
      ['contract', 'storefront'],
      'The ledger is one implementation of the storefront’s port; what it needs of a shop, the port says.',
    ),
    {
      name: 'storefront-has-no-transport-of-its-own',
      comment:
        'The storefront reaches Genvoris through the transport of @genvoris/node; an HTTP client of its own would skip its limits.',
      severity: 'error',
      from: { path: source('storefront'), pathNot: test },
      to: { path: '(^|/)node_modules/(undici|openapi-fetch|axios|got)/' },
    },
    {
      name: 'storefront-core-uses-web-apis',
      comment:
        'The core and the platforms run wherever Request and Response exist. Node modules and frameworks belong to src/hosts, one thin file each; pass what the core needs as an option.',
      severity: 'error',
      from: {
        path: source('storefront'),
        pathNot: [test, '^packages/storefront/src/(hosts/|(laravel|shopify)\\.ts$)'],
      },
      to: {
        dependencyTypes: ['core', 'npm-peer', 'npm-optional'],
      },
    },
    {
      name: 'design-knows-nothing-of-ours',
      comment: 'The look of the pages of the apps; what a page shows stands in its app.',
      severity: 'error',
      from: { path: source('design') },
      to: { path: '^(packages|apps|bench|tests|scripts)/', pathNot: source('design') },
    },
    {
      name: 'testing-is-for-tests',
      comment: 'What is published or deployed does not start servers for tests.',
      severity: 'error',
      from: { path: '^(packages|apps)/[^/]+/src/', pathNot: [test, source('testing')] },
      to: { path: source('testing') },
    },
    {
      name: 'testing-knows-nothing-of-ours',
      comment: 'Tests of every package use it; what is one package’s own stands in that package’s tests.',
      severity: 'error',
      from: { path: source('testing') },
      to: { path: '^(packages|apps|bench|tests|scripts)/', pathNot: source('testing') },
    },
    {
      name: 'packages-are-below-apps',
      comment:
        'A package is imported by apps, tests and benches, never the other way round. Move the shared part down into a package.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(apps|bench|tests|scripts)/' },
    },
    {
      name: 'apps-do-not-import-each-other',
      comment: 'What two apps share is a package.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: ['^apps/', '^(bench|tests)/'], pathNot: '^apps/$1/' },
    },
    {
      name: 'published-entry-points-only',
      comment:
        'Import a package by its name, as its users do; a path into its folder would not exist once it is published.',
      severity: 'error',
      from: { path: '^(packages|apps)/([^/]+)/' },
      to: { path: '^(packages|apps)/', pathNot: '^$1/$2/', dependencyTypes: ['local', 'localmodule'] },
    },
    {
      name: 'tests-stay-tests',
      comment: 'Code that ships does not import a test.',
      severity: 'error',
      from: { pathNot: ['\\.test\\.ts$', '^tests/'] },
      to: { path: '\\.test\\.ts$' },
    },
    {
      name: 'no-circles',
      comment:
        'Two files that import each other are one concept in two places: move what both need into a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'imports-resolve',
      comment:
        'This import resolves to nothing: a typing error, a missing dependency in package.json, or a path that is not exported.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|\\.turbo)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.json', '.d.ts'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
