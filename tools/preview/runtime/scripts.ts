import type { CompiledUnit } from './mini-program-space';

/** The main script of the app, a page or a component. */
export type Script = readonly [path: string, run: () => unknown];

interface Needs {
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly componentGenerics?: Readonly<Record<string, true | { readonly default: string }>>;
}

/**
 * Runs each main script once. WeChat does so when a page first needs it where `app.json` asks for
 * `lazyCodeLoading`, else when the mini-program starts; the compiler says which.
 */
export class Scripts {
  private readonly waiting: Map<string, () => unknown>;
  private readonly needs: ReadonlyMap<string, Needs>;

  /** @param run runs one script; what it throws must not stop the others */
  constructor(
    scripts: readonly Script[],
    units: readonly CompiledUnit[],
    private readonly run: (script: () => unknown) => void,
  ) {
    this.waiting = new Map(scripts);
    this.needs = new Map(units.map(({ path, staticConfig }) => [path, staticConfig as Needs]));
  }

  runAll(): void {
    for (const path of [...this.waiting.keys()]) this.take(path)?.();
  }

  /** The scripts of everything a page or component may show, then its own. */
  runFor(path: string): void {
    const script = this.take(path);
    if (!script) return;
    for (const used of usedBy(this.needs.get(path))) this.runFor(used);
    script();
  }

  /** Taken before it runs: components may use each other in a circle. */
  private take(path: string): (() => void) | undefined {
    const script = this.waiting.get(path);
    this.waiting.delete(path);
    return script && (() => this.run(script));
  }
}

/** Paths without a leading slash. */
function usedBy({ usingComponents = {}, componentGenerics = {} }: Needs = {}): string[] {
  const defaults = Object.values(componentGenerics).flatMap((one) => (one === true ? [] : [one.default]));
  return [...Object.values(usingComponents), ...defaults].map((path) => path.slice(1));
}
