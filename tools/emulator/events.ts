/** What the emulator tells whoever watches it: the desk, the phones, tests. */
import type { SentMessage } from './state';
import type { RobotPost } from './types';

interface EventPayloads {
  clock: { now: number; offset: number };
  message: SentMessage;
  /** A group robot wrote something. */
  post: RobotPost;
  /** Functions were reloaded from disk. */
  functions: { names: string[] };
  functionError: { function: string; code: string; message: string };
}

export type EmulatorEvent = {
  [Type in keyof EventPayloads]: { readonly type: Type; readonly data: EventPayloads[Type] };
}[keyof EventPayloads];

export interface Events {
  emit(event: EmulatorEvent): void;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: EmulatorEvent) => void): () => void;
}

export function openEvents(): Events {
  const listeners = new Set<(event: EmulatorEvent) => void>();
  return {
    emit: (event) => listeners.forEach((listener) => listener(event)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
