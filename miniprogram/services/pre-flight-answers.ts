import { readStoredAnswers } from './stored';
import { withoutReceiver } from '../domain/rules/contradictions';
import type { Answers } from '../domain/rules/flow';

const STORED = 'pre-flight-answers';

/** What was answered before beginning on 智慧团建; a phone's own note, the cloud has no use for it. */
export const readPreFlight = (): Answers => readStoredAnswers(STORED);

export const keepPreFlight = (answers: Answers): void => wx.setStorageSync(STORED, answers);

/** Another receiver: what is about the person stays answered. */
export const forgetReceiver = (): void => keepPreFlight(withoutReceiver(readPreFlight()));
