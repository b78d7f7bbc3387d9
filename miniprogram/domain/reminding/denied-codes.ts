/**
 * Answers with which WeChat takes nothing of ours until somebody has mended the set-up: no permission for the interface
 * (-604101, -604100) or in the database (-502003), an interface that is not ours (48001), a credential it does not know
 * (40001), an ability it has banned (43107).
 */
const DENIED_CODES = [-604101, -604100, -502003, 48001, 40001, 43107] as const;

export type DeniedCode = (typeof DENIED_CODES)[number];

export const isDenied = (code: number): code is DeniedCode => DENIED_CODES.some((one) => one === code);
