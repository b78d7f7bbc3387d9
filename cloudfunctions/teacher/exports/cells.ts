/** What a spreadsheet program would read as a formula, also after the list was saved as .csv. */
const FORMULA = /^[\s\0\ufeff]*[=+\-@＝＋－﹣−＠]|^[\t\r\n]/;

/** The text as it is, or with the mark that keeps it text. */
export const plainCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
