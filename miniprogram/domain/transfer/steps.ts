/** What moves a transfer from one state to another: the steps of the table, identical in code, records and wording. */
import { TRANSITIONS, type Line } from './transitions';

export type TransferStep = (typeof TRANSITIONS)[number]['step'];

export type Transition = Line<TransferStep>;

export const TRANSFER_STEPS: readonly TransferStep[] = [...new Set(TRANSITIONS.map(({ step }) => step))];
