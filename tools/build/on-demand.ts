import { createRequire } from 'node:module';
import path from 'node:path';
import * as esbuild from 'esbuild';

/** Parts of wx-server-sdk that only some calls need, or none. */
export const ON_DEMAND = [
  // Uploads and cloud storage.
  'form-data',
  'mime-db',
  'mime-types',
  'xml2js',
  // Tickets.
  'jsonwebtoken',
  // What the SDK asks a machine outside the cloud functions, and through a proxy.
  'axios',
  'http-proxy-agent',
  'https-proxy-agent',
  // Watching a query.
  'lodash.clonedeep',
  'lodash.set',
  'lodash.unset',
];

const FOLDER = './sdk/';
const ASKED = new RegExp(`^(${ON_DEMAND.join('|')})$`);

/**
 * Stands for the package until it is used; `__esModule` is asked while loading, so the build says it. A bound function
 * can be called and constructed, and has no property that a proxy has to tell of.
 */
const proxyOf = (part: string, isEsModule: boolean): string => `
let loaded;
const load = () => (loaded ??= require(${JSON.stringify(part)}));
module.exports = new Proxy(function () {}.bind(), {
  apply: (_, self, args) => Reflect.apply(load(), self, args),
  construct: (_, args) => Reflect.construct(load(), args),
  get: (_, key) => (key === '__esModule' ? ${isEsModule} : load()[key]),
  has: (_, key) => key in load(),
  ownKeys: () => Reflect.ownKeys(load()),
  getOwnPropertyDescriptor: (_, key) => {
    const descriptor = Reflect.getOwnPropertyDescriptor(load(), key);
    return descriptor && { ...descriptor, configurable: true };
  },
});`;

const isEsModule = (file: string): boolean =>
  (createRequire(__filename)(file) as { __esModule?: boolean }).__esModule === true;

/** Marks the plugin's own look-up, which would come back to it for ever. */
const OWN_LOOK_UP = Symbol('own look-up');

/** Folders of the bundles that name a part, by part. */
const placesOf = ({ outputs }: esbuild.Metafile): { part: string; dir: string }[] =>
  Object.entries(outputs).flatMap(([output, { imports }]) =>
    [...new Set(imports.map((one) => one.path))]
      .filter((part) => part.startsWith(FOLDER))
      .map((part) => ({ part, dir: path.dirname(output) })),
  );

const defer = (build: esbuild.PluginBuild, sources: Map<string, string>): void => {
  build.onResolve({ filter: ASKED }, async (args) => {
    if (args.pluginData === OWN_LOOK_UP) return undefined;
    const { kind, importer, resolveDir } = args;
    const asked = { kind, importer, resolveDir, pluginData: OWN_LOOK_UP };
    const { path: file, errors } = await build.resolve(args.path, asked);
    return errors.length > 0 ? { errors } : { path: file, namespace: 'on-demand', pluginData: args.path };
  });
  build.onLoad({ filter: /.*/, namespace: 'on-demand' }, ({ path: file, pluginData }) => {
    const part = `${FOLDER}${String(pluginData)}.js`;
    sources.set(part, file);
    return { contents: proxyOf(part, isEsModule(file)) };
  });
  build.onResolve({ filter: /^\.\/sdk\//, namespace: 'on-demand' }, ({ path: part }) => ({
    path: part,
    external: true,
  }));
};

/** Lets a part find another in the file beside it, instead of holding a copy. */
const besideEachOther = (sources: ReadonlyMap<string, string>): esbuild.Plugin => ({
  name: 'beside-each-other',
  setup(build) {
    build.onResolve({ filter: ASKED }, ({ path: asked }) =>
      sources.has(`${FOLDER}${asked}.js`) ? { path: `./${asked}.js`, external: true } : undefined,
    );
  },
});

/** Puts rarely used packages of the SDK into files beside the bundle, which a cold start does not read. */
export const onDemand: esbuild.Plugin = {
  name: 'on-demand',
  setup(build) {
    const sources = new Map<string, string>();
    const { platform, target, format, minify, supported } = build.initialOptions;
    build.initialOptions.metafile = true;
    defer(build, sources);
    build.onEnd(async ({ metafile }) => {
      for (const { part, dir } of metafile ? placesOf(metafile) : []) {
        const entryPoints = [sources.get(part) ?? part];
        const outfile = path.join(dir, part);
        await esbuild.build({
          bundle: true,
          platform,
          target,
          format,
          minify,
          supported,
          plugins: [besideEachOther(sources)],
          entryPoints,
          outfile,
        });
      }
    });
  },
};
