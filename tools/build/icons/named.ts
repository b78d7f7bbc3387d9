/** A text in quotes that could be the name of an icon. */
const QUOTED = /(['"`])([a-z][a-z0-9-]*)\1/g;
const WORD = /[a-z][a-z0-9-]*/g;
/** Where a template says which icon: `name`, `icon`, `left-icon` …, also between braces. */
const ATTRIBUTE = /\b(?:[\w-]*icon|name)=(["'])(.*?)\1/g;
const SPEAKS_OF_ICONS = /icon/i;

const isTemplate = (source: string): boolean => source.trimStart().startsWith('<');

const namedIn = (source: string): string[] => {
  if (isTemplate(source))
    return [...source.matchAll(ATTRIBUTE)].flatMap(([, , value = '']) => value.match(WORD) ?? []);
  const lines = source.split('\n').filter((line) => SPEAKS_OF_ICONS.test(line));
  return lines.flatMap((line) => [...line.matchAll(QUOTED)].map(([, , word = '']) => word));
};

/**
 * The words of the sources that can name an icon. Whoever names one writes the whole name: in a template in the
 * attribute itself, in a script in quotes on a line in which the word “icon” stands. Most names of icons are
 * everyday words (`form`, `work`, `next`), so that other quoted words must not count.
 */
export const iconWords = (sources: Iterable<string>): ReadonlySet<string> =>
  new Set([...sources].flatMap(namedIn));
