/** A text in quotes that could be the name of an icon. */
const QUOTED = /(['"`])([a-z][a-z0-9-]*)\1/g;

/** Every quoted word of the sources: whoever names an icon, in a template or a script, writes it in quotes and whole. */
export const quotedWords = (sources: Iterable<string>): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const source of sources) for (const [, , word = ''] of source.matchAll(QUOTED)) words.add(word);
  return words;
};
