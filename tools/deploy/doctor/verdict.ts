/** What the doctor found about one thing. */
export interface Verdict {
  readonly what: string;
  /** `ask`: no interface tells; a person has to look. `shown`: to be read, nothing is to be done. */
  readonly state: 'ok' | 'wrong' | 'ask' | 'shown';
  /** Each line says what to do, or what there is to read; empty when all is well. */
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

/** Something to read. What cannot be shown has its failure told by the check it belongs to. */
export const show = async (what: string, read: () => Promise<readonly string[]>): Promise<Verdict> => {
  const todo = await read().catch(() => ['现在还看不到，先把上面的做好']);
  return { what, state: 'shown', todo };
};
