type Plain = string | number | boolean | null;

/** Where practice differs: a question with the answers seen, each with who does it so and what it changes. */
export type JsonValue = Plain | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * One changed value of a rulebook. `path` is dotted from its root; members of a list are named by their id, or by
 * their index where they have none: `ways.employed.routes.direct.hint`.
 */
export interface RulebookEdit {
  readonly path: string;
  readonly value: JsonValue;
}

interface SettingOption {
  readonly id: string;
  readonly label: string;
  /** Who does it so, in one sentence with the source. */
  readonly whoDoes: string;
  /** What it changes of the rulebook; nothing for the answer the rulebook is written for. */
  readonly edits: readonly RulebookEdit[];
}

export interface Setting {
  readonly id: string;
  readonly question: string;
  readonly options: readonly SettingOption[];
  /** The option that holds until somebody chooses. */
  readonly default: string;
}
