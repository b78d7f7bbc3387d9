/** What the personal QR at the card desk holds: whose transfer, until when, and a signature nobody else can make. */
import { fail, ok, type Result } from '../../miniprogram/domain/errors';
import { rulesOf } from './transfers/load';
import type { CARD_GAPS } from '../../miniprogram/domain/contract/card';
import { CARD } from './policy';
import type { Signer } from './ports';
import type { Transfer } from './records';

const PREFIX = 'card1';
const RADIX = 36;

/** `card1.<transfer id>.<expiry in base 36>.<signature>` */
export const makePass = (signer: Signer, transferId: string, now: number) => {
  const expiresAt = now + CARD.passMs;
  const body = `${PREFIX}.${transferId}.${expiresAt.toString(RADIX)}`;
  return { token: `${body}.${signer.sign(body)}`, expiresAt };
};

/** The transfer a pass stands for. `CARD_PASS_INVALID`, `CARD_PASS_EXPIRED` */
export const readPass = (signer: Signer, token: string, now: number): Result<string> => {
  const [prefix, transferId, expiry, signature, ...rest] = token.split('.');
  if (prefix !== PREFIX || !transferId || !expiry || !signature || rest.length > 0)
    return fail('CARD_PASS_INVALID', 'token');
  if (!signer.verify(`${prefix}.${transferId}.${expiry}`, signature))
    return fail('CARD_PASS_INVALID', 'token');
  return Number.parseInt(expiry, RADIX) > now ? ok(transferId) : fail('CARD_PASS_EXPIRED', 'token');
};

export type CardGap = (typeof CARD_GAPS)[number];

/** What is missing before the 《团员证》 can be stamped. */
export const cardGaps = (transfer: Transfer | undefined): CardGap[] => {
  if (!transfer) return ['no-transfer'];
  if (!rulesOf(transfer).route.cardStep) return ['no-card'];
  if (transfer.state === 'completed') return ['done'];
  return [
    ...(transfer.state === 'accepted' ? [] : (['not-accepted'] as const)),
    ...(transfer.screenshots.length > 0 || rulesOf(transfer).route.forbidden.includes('screenshots')
      ? []
      : (['screenshot'] as const)),
  ];
};
