/**
 * Who may import whom. Run by `test/gates/import-table.test.ts`, which also shows on seeded trees that every rule bites.
 * Paths are relative to the folder that is looked at; installed packages may lie above it.
 */
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

const SOURCES = '^(src|static|sandbox|demo|bench|cli|test)/';
const NOT_KEBAB_CASE = '^(src|static|sandbox|demo|bench|cli|test)/.*([A-Z_ ]|--|/-|-/|-\\.)';
const NAMELESS = '/(utils?|helpers?|common|services?|misc|types?)[/.]';

/** Everything that is not on the list is forbidden: other folders, packages, Node's own modules, files that are missing. */
const mayImport = (name, from, ...allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: 'vite\\.config\\.ts$' },
  to: { pathNot: allowed },
});

const onlyTypesOf = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: to, dependencyTypesNot: ['type-only'] },
});

/** A rule about a file's name holds whether it imports, is imported or stands alone. */
const noFile = (name, file) => [
  { name, severity: 'error', from: file, to: {} },
  { name, severity: 'error', from: {}, to: file },
  { name, severity: 'error', from: { ...file, orphan: true }, to: {} },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    mayImport(
      'domain-imports',
      '^src/domain/',
      '^src/domain/',
      packages('canonicalize', '@noble/hashes', 'temporal-polyfill', 'rrule-temporal'),
    ),
    mayImport('policies-import', '^src/policies/', '^src/(domain|policies)/'),
    onlyTypesOf('policies-import-types', '^src/policies/', '^src/domain/'),
    mayImport('contracts-import', '^src/contracts/', '^src/(domain|contracts)/', packages('zod', 'yaml')),
    mayImport('ports-import', '^src/ports/', '^src/(domain|ports)/'),
    onlyTypesOf('ports-import-types', '^src/ports/', '^src/'),
    mayImport('usecases-import', '^src/usecases/', '^src/(domain|ports|usecases|policies)/'),
    mayImport('adapters-import', '^src/adapters/', '^src/(domain|ports|contracts|adapters)/', packages('@forge/[^/]+')),
    mayImport('composition-imports', '^src/composition\\.ts$', '^src/(ports|adapters)/'),
    mayImport(
      'handlers-import',
      '^src/handlers/',
      '^src/(contracts|usecases|domain|ports|handlers)/',
      '^src/composition\\.ts$',
      packages('@forge/resolver'),
    ),
    onlyTypesOf('handlers-import-types-of-ports', '^src/handlers/', '^src/ports/'),
    mayImport('index-imports', '^src/index\\.ts$', '^src/handlers/'),
    mayImport(
      'static-imports',
      '^static/',
      '^static/',
      '^src/(contracts|domain|policies)/',
      packages(
        '@forge/bridge',
        '@forge/jira-bridge',
        'react',
        'react-dom',
        '@types/react',
        '@types/react-dom',
        '@atlaskit/[^/]+',
      ),
    ),
    {
      name: 'sandbox-is-a-platform',
      comment: 'The sandbox reads the built app and its manifest, and knows nothing else of it.',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^(src|static|demo|bench|cli|test)/' },
    },
    ...noFile('source-layout', {
      path: '^src/',
      pathNot: '^src/((domain|policies|contracts|ports|usecases|adapters|handlers)/|(index|composition)\\.ts$)',
    }),
    ...noFile('kebab-case', { path: NOT_KEBAB_CASE }),
    ...noFile('a-name-says-what-it-is', { path: NAMELESS, pathNot: 'node_modules/' }),
    { name: 'no-cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    {
      name: 'only-shipped-packages',
      comment: 'What runs on Atlassian must be a dependency, not a development dependency.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'declared-packages',
      comment: 'A package that only another package asked for may be gone, or another version, tomorrow.',
      severity: 'error',
      from: { path: SOURCES },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'resolvable', severity: 'error', from: { path: SOURCES }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/gates/fixtures/' },
    // Imports of types count: the table is about knowledge, not about what is left at run time.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      // `@forge/jira-bridge` has no main file, only one for browsers.
      mainFields: ['main', 'browser', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
