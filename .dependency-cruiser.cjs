/** Directions between the parts: pages → services → contract; entry → use case → domain and ports. */
const TYPES_ONLY = ['type-only'];

/** Rooms of a house from the ground up: each may use those below it, never those above, types included. */
const HOUSES = {
  miniprogram: ['memory', 'services', 'asking', 'loading'],
  'miniprogram/domain': ['text', 'calendar', 'rules', 'transfer', 'people', 'words', 'reminding'],
  'cloudfunctions/_shared': [
    'kernel',
    'store',
    'platform',
    'events',
    'season',
    'notices',
    'resets',
    'transfers',
    'people',
    'calls',
    'roster',
    'self-check',
  ],
};

const upward = ([house, rooms]) =>
  rooms.slice(0, -1).map((room, floor) => ({
    name: `${house}/${room}-stays-below`,
    comment: `The order of the rooms of ${house}: ${rooms.join(' < ')}.`,
    severity: 'error',
    from: { path: `^${house}/${room}/` },
    to: { path: `^${house}/(${rooms.slice(floor + 1).join('|')})/` },
  }));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(HOUSES).flatMap(upward),
    {
      name: 'no-cycles',
      comment: 'Two files that need each other, be it for a type, are one file or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-is-pure',
      comment:
        'domain/, contract/ and rulebooks/ import themselves, dayjs and the schema library, nothing else.',
      severity: 'error',
      from: { path: '^miniprogram/(domain|contract|rulebooks)/' },
      to: { pathNot: ['^miniprogram/(domain|contract|rulebooks)/', '^node_modules/(dayjs|valibot)/'] },
    },
    {
      name: 'client-takes-only-types-of-the-contract',
      comment: 'The schema library stays out of the mini-program package.',
      severity: 'error',
      from: {
        path: '^miniprogram/(app|pages|packages|components|memory|services|asking|loading|custom-tab-bar)',
      },
      to: {
        path: [
          '^miniprogram/contract/',
          '^miniprogram/domain/rules/rulebook-schema',
          '^node_modules/valibot/',
        ],
        dependencyTypesNot: TYPES_ONLY,
      },
    },
    {
      name: 'contracts-of-actors-do-not-know-each-other',
      comment: 'What two actors share stands beside their folders (parts.ts, transfer.ts …).',
      severity: 'error',
      from: { path: '^miniprogram/contract/([^/]+)/' },
      to: { path: '^miniprogram/contract/[^/]+/', pathNot: '^miniprogram/contract/$1/' },
    },
    {
      name: 'client-does-not-reach-into-the-cloud',
      severity: 'error',
      from: { path: '^miniprogram/' },
      to: { path: '^(cloudfunctions|tools|test)/' },
    },
    {
      name: 'components-know-neither-pages-nor-the-cloud',
      comment: 'Properties in, events out.',
      severity: 'error',
      from: { path: '^miniprogram/components/' },
      to: { path: '^miniprogram/(pages|packages|services|asking|loading)/', dependencyTypesNot: TYPES_ONLY },
    },
    {
      name: 'services-do-not-know-pages',
      severity: 'error',
      from: { path: '^miniprogram/(memory|services|asking|loading)/' },
      to: { path: '^miniprogram/(pages|packages|components|custom-tab-bar)/' },
    },
    {
      name: 'every-question-passes-call',
      comment: 'A refusal is followed in one place; a page that asks past it shows it and stays.',
      severity: 'error',
      from: { path: '^miniprogram/', pathNot: '^miniprogram/asking/(call|access)[.]ts$' },
      to: { path: '^miniprogram/services/ask-cloud[.]ts$' },
    },
    {
      name: 'main-package-does-not-reach-into-subpackages',
      comment: 'A subpackage may not be on the phone yet.',
      severity: 'error',
      from: { path: '^miniprogram/(?!packages/)' },
      to: { path: '^miniprogram/packages/', dependencyTypesNot: TYPES_ONLY },
    },
    {
      name: 'subpackages-do-not-know-each-other',
      severity: 'error',
      from: { path: '^miniprogram/packages/([^/]+)/' },
      to: {
        path: '^miniprogram/packages/',
        pathNot: '^miniprogram/packages/$1/',
        dependencyTypesNot: TYPES_ONLY,
      },
    },
    {
      name: 'functions-do-not-know-each-other',
      comment: 'A function is a permission boundary; what two of them need stands in _shared.',
      severity: 'error',
      from: { path: '^cloudfunctions/([^_][^/]*)/' },
      to: { path: '^cloudfunctions/[^_][^/]*/', pathNot: '^cloudfunctions/$1/' },
    },
    {
      name: 'shared-does-not-know-functions',
      severity: 'error',
      from: { path: '^cloudfunctions/_shared/' },
      to: { path: '^cloudfunctions/[^_]' },
    },
    {
      name: 'cloud-takes-only-the-core-of-the-client',
      severity: 'error',
      from: { path: '^cloudfunctions/' },
      to: { path: '^(miniprogram|tools|test)/', pathNot: '^miniprogram/(domain|contract|rulebooks)/' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['miniprogram_npm', 'test/.*/fixtures/', '^dist/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'] },
  },
};
