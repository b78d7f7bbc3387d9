/** The online system a school works in, and the other systems a receiver may work in. */
export type SystemId = string;

/** The system's own mini-program. */
interface PhoneApp {
  readonly name: string;
  /** The menus to tap one after the other. */
  readonly path: readonly string[];
  /** WeChat's short link to it, as the operator copied it; null while none is known. */
  readonly shortLink: string | null;
}

/** Where receivers work who do not use the school's system. */
interface OtherSystem {
  readonly id: SystemId;
  readonly name: string;
  /** First names of regions whose receivers usually use it, as the region picker writes them: 北京市. */
  readonly provinces: readonly string[];
}

export interface SystemRules {
  readonly id: SystemId;
  readonly name: string;
  /** Its web page, without `https://`. */
  readonly address: string;
  readonly phoneApp: PhoneApp | null;
  /** What people sign in with, in one sentence. */
  readonly accountRule: string;
  /** What it asks before anything else; null where it asks nothing. */
  readonly firstQuestion: string | null;
  /** What it calls the box for a route's `transferReason`: 接转原因. */
  readonly reasonLabel: string;
  /** What somebody does who forgot the password, in one sentence. */
  readonly passwordReset: string;
  /** Where a branch secretary reads somebody's reset code: where in one line, then step by step. */
  readonly codeSteps: readonly string[];
  readonly others: readonly OtherSystem[];
  readonly source: string;
}

/** What a route says of its receivers, wherever they are. */
interface Receivers {
  readonly receivingSystem?: SystemId | undefined;
}

/**
 * The system a receiver works in, unless somebody says otherwise: the route's own, else that of the region.
 *
 * @param names of the region, from the largest to the smallest
 * @param route none where it is not known yet
 */
export const receivingSystemOf = (
  system: SystemRules,
  names: readonly string[] | undefined,
  route: Receivers | null | undefined,
): SystemId =>
  route?.receivingSystem ??
  system.others.find(({ provinces }) => provinces.includes(names?.[0] ?? ''))?.id ??
  system.id;
