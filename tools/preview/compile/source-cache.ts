/** Keeps what was made from a source text until that text changes. */
export class SourceCache<T> {
  private readonly made = new Map<string, { source: string; result: T }>();

  get(key: string, source: string, make: () => T): T {
    const known = this.made.get(key);
    if (known?.source === source) return known.result;
    const result = make();
    this.made.set(key, { source, result });
    return result;
  }
}
