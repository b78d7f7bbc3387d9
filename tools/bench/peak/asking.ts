/** Which action a request to the database belongs to, through everything the SDK puts between the two. */
import { AsyncLocalStorage } from 'node:async_hooks';

const actions = new AsyncLocalStorage<string>();

/** Does the work in the name of an action. */
export const askingFor = <T>(action: string, work: () => Promise<T>): Promise<T> => actions.run(action, work);

/** Counts what is let through, by action. */
export class Asked {
  readonly byAction: Record<string, number> = {};

  count(): void {
    const action = actions.getStore();
    if (action !== undefined) this.byAction[action] = (this.byAction[action] ?? 0) + 1;
  }
}
