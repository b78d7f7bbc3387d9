/** One thing of the environment that is not yet as declared. */
export interface Change {
  /** Such as `集合 notices`. */
  readonly what: string;
  /** One line per difference: `+` is added, `~` changed, `-` removed. */
  readonly differences: readonly string[];
  /** May be repeated, also after it broke off halfway. */
  make(): Promise<void>;
}

export const describeChange = ({ what, differences }: Change): string =>
  [what, ...differences.map((line) => `    ${line}`)].join('\n');
