/** The telephone of the office that took somebody in: what may be handed on of it, and while it is still theirs. */
import { holdsIdNumber } from '../text/id-number';
import { plainLine } from '../text/clean-text';
import { placeKey } from '../text/keys';
import { PHONE_PATTERN } from './fields/kinds';

/** A mobile number in China, with the country's code or without: it belongs to a person. */
const MOBILE = /^(?:86)?1[3-9]\d{9}$/;
/** 区号, number and extension; a number with more digits is no telephone. */
const MOST_DIGITS = 16;

/** Digits alone can hold no name; a person's own number or an ID number is nobody's to hand on. */
export const isOfficePhone = (typed: string): boolean => {
  const phone = plainLine(typed);
  const digits = phone.replace(/\D/g, '');
  return (
    PHONE_PATTERN.test(phone) && digits.length <= MOST_DIGITS && !MOBILE.test(digits) && !holdsIdNumber(phone)
  );
};

/** What was handed on, and of which organisation: another one has another telephone. */
interface ReceiverPhone {
  readonly phone: string;
  readonly organisation: string;
}

interface HandedOn {
  readonly organisation: string | undefined;
  readonly receiverPhone?: ReceiverPhone | undefined;
}

/** The number while it is still that of the organisation the transfer names. */
export const sharedPhoneOf = ({ organisation, receiverPhone }: HandedOn): string | null =>
  receiverPhone && organisation && placeKey(organisation) === placeKey(receiverPhone.organisation)
    ? receiverPhone.phone
    : null;
