/** A reset code somebody asked for without a network: kept on the phone, asked for as soon as the cloud answers again. */
import { requestResetCode } from './reset-request';
import { dropStored, readStored, store } from '../services/stored';

interface Wanted {
  /** For the college's teacher; empty for the secretary. */
  readonly note: string;
}

const STORED = 'wanted-code';

export const wantCode = (note = ''): void => store(STORED, { note } satisfies Wanted);

export const isCodeWanted = (): boolean => readStored<Wanted>(STORED, 'note') !== null;

const ask = async ({ note }: Wanted): Promise<void> => {
  dropStored(STORED);
  const reply = await requestResetCode(note || undefined);
  if (!reply.ok && (reply.error.code === 'OFFLINE' || reply.error.code === 'BUSY')) wantCode(note);
};

let asking: Promise<void> = Promise.resolve();

/** Asks now for what could not be asked then; whatever else the cloud answers, it has been asked. */
export const askForWantedCode = (): Promise<void> => {
  const wanted = readStored<Wanted>(STORED, 'note');
  if (wanted) asking = ask(wanted);
  return asking;
};
