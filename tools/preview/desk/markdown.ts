/** 企业微信's markdown as far as the product writes it: quoted lines and bold words. */
export interface Line {
  readonly isQuoted: boolean;
  readonly parts: readonly { readonly text: string; readonly isBold: boolean }[];
}

const partsOf = (text: string): Line['parts'] =>
  text
    .split('**')
    .map((part, index) => ({ text: part, isBold: index % 2 === 1 }))
    .filter((part) => part.text !== '');

export const linesOf = (markdown: string): Line[] =>
  markdown.split('\n').map((line) => {
    const isQuoted = line.startsWith('> ');
    return { isQuoted, parts: partsOf(isQuoted ? line.slice(2) : line) };
  });
