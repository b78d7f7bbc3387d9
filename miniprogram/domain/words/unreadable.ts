/** What is said in place of something that is kept but cannot be shown, and whom to tell. */

/** Who reads it: the graduate tells the college, whoever works here tells the operator. */
export type Reader = 'graduate' | 'staff';

const TELL: Readonly<Record<Reader, string>> = {
  graduate: '请告诉学院老师',
  staff: '请告诉负责小程序的同事',
};

/** Empty when all entries of a timeline can be read. */
export const timelineHiddenWords = (hidden: number | undefined, reader: Reader): string =>
  hidden ? `还有 ${hidden} 条经过暂时打不开，别的不受影响。${TELL[reader]}。` : '';

/** Empty when the parents' contact opens. */
export const contactUnreadableWords = (isUnreadable: true | undefined, reader: Reader): string =>
  isUnreadable ? `父母的联系方式还存着，但是打不开，别的不受影响。${TELL[reader]}。` : '';

/** At the two fields themselves: typing it anew mends it for this transfer. */
export const CONTACT_TYPE_AGAIN = '之前填的打不开了，请重新填一次，并告诉学院老师。';

/** The note of a request for a code that the system sends out again. */
export const CODE_DID_NOT_OPEN = '上次发的验证码没能打开，麻烦再发一次';
