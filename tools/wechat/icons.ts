import { readFileSync } from 'node:fs';
import path from 'node:path';
import { iconAddress } from '../build/icons/sheet';
import type { Check, Finding } from './finding';
import { ownFiles, type MiniProgram, type Tag } from './mini-program';

/** `icon` of these is a shape of theirs, not the name of a drawing. */
const HAVE_SHAPES = new Set(['t-radio', 't-checkbox']);
const NAME_OF: Readonly<Record<string, string>> = { 't-icon': 'name' };
/** In a view the icon of a row or button is a property of that name; a toast may have `none`. */
const IN_SCRIPT = /\bicon: '(?!none')([^']+)'/g;

/** Literal names in an attribute: `check`, or both of `{{done ? 'check' : 'time'}}`, never what is compared with. */
const namesIn = (value: string): string[] => {
  if (!value.includes('{{')) return value === '' ? [] : [value];
  return [...value.matchAll(/[?:(]\s*'([^']+)'/g)].map(([, name = '']) => name);
};

const namedBy = ({ name, attributes }: Tag): { icon: string; line: number }[] => {
  if (HAVE_SHAPES.has(name)) return [];
  const asked = NAME_OF[name] ?? 'icon';
  return attributes
    .filter((attribute) => attribute.name === asked)
    .flatMap(({ value, line }) => namesIn(value).map((icon) => ({ icon, line })));
};

const unknown = (file: string, icon: string): Finding[] =>
  iconAddress(icon) === undefined
    ? [{ file, message: `there is no icon “${icon}” in tdesign-icons-svg` }]
    : [];

/** Every icon that a page names can be drawn; one that cannot would be an empty place. */
export const icons = ({ root, units }: MiniProgram): Check => ({
  name: 'icons',
  run: () => {
    const inTemplates = units.flatMap((unit) =>
      unit.tags.flatMap(namedBy).map(({ icon, line }) => ({ file: `${unit.path}.wxml:${line}`, icon })),
    );
    const inScripts = ownFiles(root, '.ts').flatMap((file) =>
      [...readFileSync(path.join(root, file), 'utf8').matchAll(IN_SCRIPT)].map(([, icon = '']) => ({
        file,
        icon,
      })),
    );
    const named = [...inTemplates, ...inScripts];
    const findings = named.flatMap(({ file, icon }) => unknown(file, icon));
    return Promise.resolve({
      findings,
      seen: `${new Set(named.map(({ icon }) => icon)).size} icons by name`,
    });
  },
});
