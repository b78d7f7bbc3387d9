/** Organisations that took classmates in, offered before anybody types them anew. */
import type { Response } from '../../../contract';
import { cleanLine } from '../../../domain/text/clean-text';
import type { HelpPerson } from '../../../domain/words/help-people';
import { placeKey } from '../../../domain/text/keys';

export type Receiver = Response<'graduate', 'receivers'>['receivers'][number];

/** More would hide the field that is being filled in. */
const MOST_OFFERED = 3;

export interface OfferView {
  readonly name: string;
  readonly note: string;
}

/** Those the typed words are part of, in the cloud's order; none once one of them is written. */
export const offersFor = (receivers: readonly Receiver[], typed: string): OfferView[] => {
  const key = placeKey(cleanLine(typed));
  if (receivers.some(({ name }) => placeKey(name) === key)) return [];
  return receivers
    .filter(({ name }) => placeKey(name).includes(key))
    .slice(0, MOST_OFFERED)
    .map(({ name, people, verified }) => ({
      name,
      note: `${people} 位同学转到过这里${verified ? '，名单上核对过' : ''}`,
    }));
};

/** Their offices to call, as far as classmates have left a telephone. */
export const officesOf = (receivers: readonly Receiver[]): HelpPerson[] =>
  receivers.flatMap(({ name, phone }) =>
    phone === null ? [] : [{ name, line: `${phone}，同学留的办公电话`, phone }],
  );

/** Names nothing needs to be asked about. */
export const verifiedNames = (receivers: readonly Receiver[]): string[] =>
  receivers.filter(({ verified }) => verified).map(({ name }) => name);
