/** What use cases need that is no cloud: the time, chance and secrets. */

/** Epoch milliseconds. */
export interface Clock {
  now(): number;
}

/** Secrets people type: letters and digits without look-alikes. */
export interface Codes {
  next(length: number): string;
}

/** Seals short texts; `context` is the record's id, so a sealed value opens only where it belongs. */
export interface Cipher {
  seal(text: string, context: string): string;
  /** Throws `SealBroken` when the value was tampered with, belongs elsewhere, or its key is gone. */
  open(sealed: string, context: string): string;
}

/** Short-lived proofs: a text that nobody else can have written. */
export interface Signer {
  sign(text: string): string;
  verify(text: string, signature: string): boolean;
}

/** Facts for the operator; never personal data. */
export type Log = (event: string, facts: Readonly<Record<string, string | number | boolean>>) => void;
