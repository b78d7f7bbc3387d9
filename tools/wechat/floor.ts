/** The oldest phones that everything has to work on: said here once, written into the manual, held to by the checks. */
export const FLOOR = {
  /** Base library: WeChat's privacy consent begins here. Set as the lowest version in the console. */
  library: '2.32.3',
  /**
   * iOS decides what CSS knows: WeChat on an iPhone draws with the system's own browser. 14.5 (April 2021) knows `gap`
   * between flexible boxes; every iPhone since the 6s can have it.
   */
  ios: '14.5',
  /**
   * Syntax that iOS 14.5 and Android read at that base library. Source: WeChat's own list, `miniprogram-compat` on npm
   * (from 2.30.0 on: ios 13, chrome 86); Chrome 86 and Safari 14.1 know all of ECMAScript 2021.
   */
  ecmaScript: 2021,
} as const;

/** Whether version `one` is newer than `other`, part by part: `2.9.0` is older than `2.10.0`. */
export const isNewer = (one: string, other: string): boolean => {
  const [parts, others] = [one, other].map((version) => version.split('.').map(Number)) as [
    number[],
    number[],
  ];
  const index = parts.findIndex((part, at) => part !== (others[at] ?? 0));
  return index >= 0 && (parts[index] ?? 0) > (others[index] ?? 0);
};
