/** What the personal QR at the card desk holds: whose transfer, until when, and a signature nobody else can make. */
import { mayHold } from '../../../miniprogram/domain/rules/rulebook';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { plainCode } from '../../../miniprogram/domain/text/keys';
import { touchMember } from '../store/touch-member';
import { rulesOf } from '../season/rules-of';
import type { CARD_GAPS } from '../../../miniprogram/contract/card';
import { CARD } from '../kernel/policy';
import type { Ports } from '../platform/ports';
import type { Signer } from '../kernel/ports';
import type { CardCode, Transfer } from '../store/records';
import { timelineOf } from '../store/records/timeline';
import { deskStandingOf } from '../season/paper';

/** What a pass says of itself. */
type Claim = Pick<CardCode, 'transferId' | 'expiresAt'>;

const PREFIX = 'card1';
const RADIX = 36;

/** `card1.<transfer id>.<expiry in base 36>.<signature>` */
const tokenOf = (signer: Signer, { transferId, expiresAt }: Claim): string => {
  const body = `${PREFIX}.${transferId}.${expiresAt.toString(RADIX)}`;
  return `${body}.${signer.sign(body)}`;
};

/** Eight digits nobody can work out who has not the key. */
const digitsOf = (signer: Signer, transferId: string, expiresAt: number): string => {
  const bytes = Buffer.from(signer.sign(`digits.${transferId}.${expiresAt}`), 'base64url');
  return String(bytes.readUIntBE(0, 6) % 10 ** CARD.digits).padStart(CARD.digits, '0');
};

export interface Pass {
  readonly token: string;
  readonly digits: string;
  readonly expiresAt: number;
}

/** The pass of a transfer; one with time left stays as it is, so that what is on the screen keeps working. */
export const issuePass = async (
  { store, signer, clock }: Ports,
  { _id: transferId, memberId }: Transfer,
  held: CardCode | undefined,
): Promise<Result<Pass>> => {
  const now = clock.now();
  const isFresh = held?.transferId === transferId && held.expiresAt - now > CARD.passMs / 2;
  const expiresAt = isFresh ? held.expiresAt : now + CARD.passMs;
  const digits = digitsOf(signer, transferId, expiresAt);
  const since = held?.since ?? now;
  const code = { _id: memberId, recordVersion: 1, digits, transferId, expiresAt, since } as const;
  const pass = ok({ token: tokenOf(signer, code), digits, expiresAt });
  if (isFresh) return pass;
  return store.transact(async (tx) => {
    await touchMember(tx, memberId);
    tx.put('cardCodes', code);
    return pass;
  });
};

/** The digits in what somebody typed, blanks between them or not. */
export const digitsIn = (typed: string): string | undefined => {
  const plain = plainCode(typed);
  return /^\d+$/.test(plain) && plain.length === CARD.digits ? plain : undefined;
};

/** What a pass says of itself. `CARD_PASS_INVALID`, `CARD_PASS_EXPIRED` */
export const readPass = (signer: Signer, token: string, now: number): Result<Claim> => {
  const [prefix, transferId, expiry, signature, ...rest] = token.split('.');
  if (prefix !== PREFIX || !transferId || !expiry || !signature || rest.length > 0)
    return fail('CARD_PASS_INVALID', 'token');
  if (!signer.verify(`${prefix}.${transferId}.${expiry}`, signature))
    return fail('CARD_PASS_INVALID', 'token');
  const expiresAt = Number.parseInt(expiry, RADIX);
  return expiresAt > now ? ok({ transferId, expiresAt }) : fail('CARD_PASS_EXPIRED', 'token');
};

/** Whether it was issued to the WeChat the person has now: none outlives the binding it was shown with. */
export const isOfHolder = (pass: Claim, held: CardCode | undefined): boolean =>
  held?.transferId === pass.transferId && pass.expiresAt - CARD.passMs >= held.since;

export type CardGap = (typeof CARD_GAPS)[number];

/** What is missing before the step at the desk can be done. */
export const cardGaps = (transfer: Transfer | undefined): CardGap[] => {
  if (!transfer) return ['no-transfer'];
  const desk = deskStandingOf(transfer);
  if (!desk) return ['no-card'];
  if (desk.status === 'done') return ['done'];
  const isPictureAsked =
    desk.step.needs.includes('screenshot') && mayHold(rulesOf(transfer).route, 'screenshots');
  return [
    ...(desk.status === 'open' ? [] : (['not-open'] as const)),
    ...(isPictureAsked && transfer.screenshots.length === 0 ? (['screenshot'] as const) : []),
  ];
};

/** A missing screenshot is the teacher's to judge; everything else must be in order. */
export const isReady = (missing: readonly CardGap[]): boolean => missing.every((gap) => gap === 'screenshot');

/** When the timeline last saw a step. */
export const lastAt = (transfer: Transfer | undefined, step: string): number | null =>
  (transfer ? timelineOf(transfer) : []).reverse().find((entry) => entry.step === step)?.at ?? null;

export const stampedAt = (transfer: Transfer | undefined): number | null =>
  (transfer && deskStandingOf(transfer)?.tick?.at) ?? null;
