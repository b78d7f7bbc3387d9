/** Something WeChat would refuse or warn about. */
export interface Finding {
  /** Relative to the repository; empty when it is about the whole. */
  readonly file: string;
  readonly message: string;
}

export interface Check {
  readonly name: string;
  /** Resolves to the findings, and what was looked at. */
  run(): Promise<{ readonly findings: readonly Finding[]; readonly seen: string }>;
}
