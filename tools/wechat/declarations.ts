import type { Check, Finding } from './finding';
import type { MiniProgram, Unit } from './mini-program';

const SHARED = 'components/';

const unused = ({ path, declares, tags }: Unit): Finding[] => {
  const used = new Set(tags.flatMap(({ name, attributes }) => [name, ...attributes.map((one) => one.value)]));
  return Object.keys(declares)
    .filter((tag) => !used.has(tag))
    .map((tag) => ({ file: `${path}.json`, message: `declares ${tag} and does not use it` }));
};

/** Pages of the main package, and components that such a page or component uses, stay in it. */
const ownersOf = (component: string, { units, subpackages }: MiniProgram): Set<string> => {
  const users = units.filter(({ declares }) => Object.values(declares).includes(component));
  return new Set(users.map(({ path }) => subpackages.find((root) => path.startsWith(`${root}/`)) ?? 'main'));
};

const misplaced = (miniProgram: MiniProgram): Finding[] =>
  miniProgram.units
    .filter(({ path }) => path.startsWith(SHARED))
    .flatMap(({ path }) => {
      const owners = [...ownersOf(path, miniProgram)];
      if (owners.length === 0) return [{ file: path, message: 'is used by nobody' }];
      return owners.length === 1 && owners[0] !== 'main'
        ? [
            {
              file: path,
              message: `is used in ${owners[0]} alone: it belongs there, not into the main package`,
            },
          ]
        : [];
    });

/** What is declared is used, and what one subpackage alone uses does not weigh on everybody's first start. */
export const declarations = (miniProgram: MiniProgram): Check => ({
  name: 'declared components',
  run: () => {
    const findings = [...miniProgram.units.flatMap(unused), ...misplaced(miniProgram)];
    return Promise.resolve({ findings, seen: `${miniProgram.units.length} pages and components` });
  },
});
