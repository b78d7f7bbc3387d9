/** Mounts real components (WXML, JSON, TypeScript) in jsdom through WeChat's own simulator. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../../miniprogram');

export interface Mounted {
  readonly dom: HTMLElement;
  addEventListener(name: string, listener: (event: { detail: Record<string, unknown> }) => void): void;
  attach(parent: Element): void;
  querySelector(
    selector: string,
  ): { dispatchEvent(name: string): void; readonly dom: HTMLElement } | undefined;
  querySelectorAll(selector: string): { dispatchEvent(name: string): void; readonly dom: HTMLElement }[];
}

interface Simulator {
  load(path: string, options: object): string;
  render(id: string, properties: object): Mounted;
}

interface Files {
  readJson(path: string): { usingComponents?: Record<string, string> } | undefined;
}

/** The simulator knows no npm components: point their names at the built copies. */
const resolveNpm = (): void => {
  // Untyped CommonJS, patched in place: the copy that the simulator itself has loaded.
  const files = jest.requireActual<Files>('miniprogram-simulate/src/utils');
  const read = files.readJson;
  files.readJson = (path) => {
    const json = read(path);
    for (const [tag, target] of Object.entries(json?.usingComponents ?? {})) {
      const npm = `/miniprogram_npm/${target}`;
      if (json?.usingComponents && !/^[./]/.test(target) && existsSync(join(ROOT, `${npm}.json`)))
        json.usingComponents[tag] = npm;
    }
    return json;
  };
};

export const prepare = (): ((component: string) => (properties: object) => Mounted) => {
  // TDesign asks for the app instance while it is loaded.
  (globalThis as { getApp?: () => object }).getApp = () => ({});
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- untyped, and loaded only after the globals stand
  const simulator = require('miniprogram-simulate') as Simulator;
  resolveNpm();
  return (component) => {
    const id = simulator.load(join(ROOT, component), {
      rootPath: ROOT,
      compiler: 'official',
      compilerOptions: { maxBuffer: 32 << 20 },
    });
    return (properties) => {
      const mounted = simulator.render(id, properties);
      mounted.attach(document.body.appendChild(document.createElement('div')));
      return mounted;
    };
  };
};

/** The simulator delivers a tap after a turn of the loop. */
export const dispatched = () => new Promise((resolve) => setTimeout(resolve, 30));

/** What the component tells from now on: each event by its name, with its detail. */
export const heardBy = (mounted: Mounted, ...names: string[]): unknown[] => {
  const heard: unknown[] = [];
  for (const name of names) mounted.addEventListener(name, ({ detail }) => heard.push([name, detail]));
  return heard;
};

export const words = (mounted: Mounted): string => mounted.dom.textContent ?? '';
