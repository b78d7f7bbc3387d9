import { MiniProgramEnv, glassEasel } from 'glass-easel-miniprogram-adapter';
import type { AssociatedBackend, CodeSpace, Root } from 'glass-easel-miniprogram-adapter';
import { createBackend } from './backend';

type StaticConfig = Parameters<CodeSpace['addComponentStaticConfig']>[1];
type Template = Parameters<CodeSpace['addCompiledTemplate']>[1];

/** Render functions by template path. */
export type TemplateGroup = Record<string, unknown>;

/** One page or component as the compiler hands it over. */
export interface CompiledUnit {
  path: string;
  staticConfig: unknown;
  scope?: string;
  /** Index of its group among the bundle's templates. */
  templates: number;
}

/** glass-easel's component space of the mini-program, filled with what was compiled. */
export class MiniProgramSpace {
  readonly code: CodeSpace;
  readonly components: glassEasel.ComponentSpace;
  private readonly backend: AssociatedBackend;
  private runScriptsFor: (path: string) => void = () => undefined;

  constructor() {
    const environment = new MiniProgramEnv();
    this.code = environment.createCodeSpace('', true);
    this.components = this.code.getComponentSpace();
    // Properties live in the data alone: one named like a field of a node, such as `dataset`, would hide that field.
    this.components.updateComponentOptions({ writeIdToDOM: true, writeFieldsToNode: false });
    this.backend = environment.associateBackend(createBackend());
    this.code.setOverallBehavior(this.readyBehavior());
  }

  /** @param runScriptsFor runs what registers a page or component and all it may show, unless that ran before */
  add(
    units: readonly CompiledUnit[],
    templates: readonly TemplateGroup[],
    runScriptsFor: (path: string) => void,
  ): void {
    this.runScriptsFor = runScriptsFor;
    for (const { path, staticConfig, scope, templates: group } of units) {
      const groupList = templates[group] ?? {};
      this.code.addComponentStaticConfig(path, staticConfig as StaticConfig);
      this.code.addCompiledTemplate(path, { groupList, content: groupList[path] } as unknown as Template);
      if (scope !== undefined) this.code.addStyleSheet(path, undefined, scope);
    }
  }

  /** @param url path with query: the query also sets properties of pages made with `Component` */
  createRoot(tag: string, url: string): Root {
    this.runScriptsFor(url.split('?')[0] ?? url);
    return this.backend.createRoot(tag, this.code, url);
  }

  /** glass-easel leaves the `ready` lifetime to its host: it runs once, when everything attached now is laid out. */
  private readyBehavior(): glassEasel.GeneralBehavior {
    const done = new WeakSet<glassEasel.GeneralComponent>();
    let waiting: glassEasel.GeneralComponent[] = [];
    const flush = () => {
      const ready = waiting.filter(
        (component) => !done.has(component) && glassEasel.Element.isAttached(component),
      );
      waiting = [];
      for (const component of ready) {
        done.add(component);
        component.triggerLifetime('ready', []);
      }
    };
    return this.components
      .define()
      .lifetime('attached', function attached(this: unknown) {
        if (waiting.length === 0) setTimeout(flush);
        waiting.push(underlying(this));
      })
      .registerBehavior() as unknown as glassEasel.GeneralBehavior;
  }
}

/** The component behind `this` of a lifetime, whether that is the component or the adapter's caller. */
export function underlying(self: unknown): glassEasel.GeneralComponent {
  const { _$: component } = self as { _$?: glassEasel.GeneralComponent };
  return component ?? (self as glassEasel.GeneralComponent);
}
