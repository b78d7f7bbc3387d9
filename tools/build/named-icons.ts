const WORD = /[a-z][a-z0-9]*(?:-[a-z0-9]+)*/g;

/** Which icons of TDesign the sources may name: any word of theirs counts, so none that is used is missed. */
export const namedIcons = (sources: Iterable<string>): ((icon: string) => boolean) => {
  const words = new Set<string>();
  for (const source of sources) for (const word of source.match(WORD) ?? []) words.add(word);
  return (icon) => words.has(icon) || words.has(icon.replace(/-filled$/, ''));
};
