const CODE = /[A-Za-z0-9]{4,12}/;

/**
 * The code inside what was pasted or typed, e.g. `验证码：506 812，两天内有效` → `506812`.
 * Empty when there is none; people copy it with spaces and with the sentence around it.
 */
export const readCode = (text: string): string => {
  // Keyboards for Chinese type digits of full width.
  const joined = text.normalize('NFKC').replace(/([A-Za-z0-9])[ -]+(?=[A-Za-z0-9])/g, '$1');
  return CODE.exec(joined)?.[0] ?? '';
};
