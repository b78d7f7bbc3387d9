/** What people write by mistake and nobody should read: numbers of 身份证, and passwords named as such. */
import { holdsIdNumber, withoutIdNumbers } from './id-number';

/** “密码是Abc12345”, “密码：123456”: the word, at most a short link, then what is written in Latin letters and digits. */
const PASSWORD = /(密码\s*(?:是|为|叫|设的?是?|[:：=])?\s*)[!-~]{6,}/g;

export const withoutSecrets = (text: string): string =>
  withoutIdNumbers(text).replace(PASSWORD, (_password, word: string) => word);

export const holdsSecret = (text: string): boolean => holdsIdNumber(text) || withoutSecrets(text) !== text;
