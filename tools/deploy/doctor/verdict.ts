/** What the doctor found about one thing. */
export interface Verdict {
  readonly what: string;
  /** `ask`: no interface tells; a person has to look. */
  readonly state: 'ok' | 'wrong' | 'ask';
  /** Each line says what to do; empty when all is well. */
  readonly todo: readonly string[];
}

const verdict = (what: string, todo: readonly string[]): Verdict => ({
  what,
  state: todo.length === 0 ? 'ok' : 'wrong',
  todo,
});

export const ask = (what: string, todo: readonly string[]): Verdict => ({ what, state: 'ask', todo });

/** A check that cannot even be made tells why. */
export const attempt = async (what: string, check: () => Promise<readonly string[]>): Promise<Verdict> => {
  try {
    return verdict(what, await check());
  } catch (error) {
    return verdict(what, [error instanceof Error ? error.message : String(error)]);
  }
};
