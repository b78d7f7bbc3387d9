import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import type { Element } from './host';

type Definition = Record<string, unknown>;
type Behavior = ReturnType<ReturnType<CodeSpace['behavior']>['register']>;

const FORM_FIELD = 'wx://form-field';

/**
 * Keeps the globals `Page`, `Component` and `Behavior` pointed at the file that is running:
 * the compiler wraps every main script in `enter(path)` … `leave()`.
 */
export class ModuleEnv {
  private readonly running: string[] = [];
  private readonly builtIn = new Map<string, Behavior>();

  constructor(private readonly code: CodeSpace) {
    this.point('');
  }

  readonly enter = (path: string): void => {
    this.running.push(path);
    this.point(path);
  };

  readonly leave = (): void => {
    this.running.pop();
    this.point(this.running.at(-1) ?? '');
  };

  /** After a script that threw: its `leave` never ran. */
  reset(): void {
    this.running.length = 0;
    this.point('');
  }

  isFormField(component: Element): boolean {
    const behavior = this.builtIn.get(FORM_FIELD);
    if (!behavior) return false;
    return component.hasBehavior((behavior as unknown as { _$: Parameters<Element['hasBehavior']>[0] })._$);
  }

  private point(path: string): void {
    this.code.componentEnv(path, ({ Page, Component, Behavior }) => {
      Object.assign(globalThis, {
        Page: (definition: Definition) => Page(this.withBehaviors(definition) as never),
        Component: (definition: Definition) => Component(this.withBehaviors(definition) as never),
        Behavior: (definition: Definition) => Behavior(this.withBehaviors(definition) as never),
      });
    });
  }

  /** WeChat names its own behaviors by string; the adapter takes objects only. */
  private withBehaviors(definition: Definition): Definition {
    const { behaviors } = definition;
    if (!Array.isArray(behaviors)) return definition;
    const resolved = behaviors.map((one: unknown) => (typeof one === 'string' ? this.behavior(one) : one));
    return Object.assign(definition, { behaviors: resolved.filter(Boolean) });
  }

  private behavior(name: string): Behavior {
    const known = this.builtIn.get(name);
    if (known) return known;
    const definition = name === FORM_FIELD ? { properties: { name: String, value: null } } : {};
    const made = this.code.behavior().definition(definition).register() as unknown as Behavior;
    this.builtIn.set(name, made);
    return made;
  }
}
