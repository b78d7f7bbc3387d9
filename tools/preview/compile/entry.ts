import { join } from 'node:path';
import type { AppConfig } from '../runtime/host';
import type { Unit } from './units';

/** Where the entry finds the templates; both are virtual modules. */
export const TEMPLATE_MODULES = ['preview:templates/packages', 'preview:templates/app'] as const;

/** Source of the bundle's entry: registers everything with the runtime and says how to load the scripts. */
export function entrySource(
  config: AppConfig,
  units: readonly Unit[],
  appScript: string | undefined,
): string {
  const runtime = join(__dirname, '../runtime/index.ts');
  const [packages, app] = TEMPLATE_MODULES;
  const registered = units.map(({ path, staticConfig, scope, isPackaged }) =>
    JSON.stringify({ path, staticConfig, scope, templates: isPackaged ? 0 : 1 }),
  );
  const scripts = [{ path: 'app', script: appScript }, ...units].flatMap(({ path, script }) =>
    script === undefined ? [] : `[${JSON.stringify(path)}, () => require(${JSON.stringify(script)})]`,
  );
  return `import { boot } from ${JSON.stringify(runtime)};
import packages from ${JSON.stringify(packages)};
import app from ${JSON.stringify(app)};
boot({
config: ${JSON.stringify(config)},
templates: [packages, app],
units: [
${registered.join(',\n')}
],
scripts: [
${scripts.join(',\n')}
],
});
`;
}

/**
 * Wraps the main script of a page or component, so that the global `Page`, `Component` and `Behavior` know whose it is.
 * The first line stays the first line: source maps and stack traces keep their numbers.
 */
export function wrapScript(path: string, source: string): string {
  return `__previewModule.enter(${JSON.stringify(path)});${source}\n;__previewModule.leave();`;
}
