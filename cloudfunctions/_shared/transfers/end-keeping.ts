import { ok, type Result } from '../../../miniprogram/domain/errors';
import type { Transfer } from '../store/records';
import { withPast } from './past';

/** A keeping is over, because the person is back or its months have passed: what was recorded is an attempt of the past. */
export const keepingEnded = (transfer: Transfer): Result<Partial<Transfer>> =>
  ok({ past: withPast(transfer), draft: transfer.fields, fields: {} });
