import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type AtRule, type Declaration, type Rule } from 'postcss';
import type { Check, Finding } from './finding';
import { FLOOR, isNewer } from './floor';
import { ownFiles } from './mini-program';

interface Feature {
  readonly what: string;
  /** Version of iOS whose browser brought it. Source: caniuse.com. */
  readonly ios: string;
  readonly pattern: RegExp;
}

/** By `property: value`. */
const DECLARED: readonly Feature[] = [
  { what: 'inset', ios: '14.5', pattern: /^inset:/ },
  { what: 'aspect-ratio', ios: '15.0', pattern: /^aspect-ratio:/ },
  { what: 'accent-color', ios: '15.4', pattern: /^accent-color:/ },
  { what: 'mask without -webkit-', ios: '15.4', pattern: /^mask(?:-\w+)?:/ },
  { what: 'dvh, svh, lvh', ios: '15.4', pattern: /\d[dsl]v[hw]\b/ },
  { what: 'overflow: clip', ios: '16.0', pattern: /^overflow[-xy]*: clip/ },
  { what: 'overscroll-behavior', ios: '16.0', pattern: /^overscroll-behavior/ },
  { what: 'color-mix()', ios: '16.2', pattern: /color-mix\(/ },
  // `pretty` and `balance` only choose among breaks: a phone that does not know them breaks lines as it always did.
  { what: 'text-wrap', ios: '17.4', pattern: /^text-wrap: (?!pretty|balance)/ },
  { what: 'backdrop-filter without -webkit-', ios: '18.0', pattern: /^backdrop-filter:/ },
];

const SELECTED: readonly Feature[] = [
  { what: ':focus-visible', ios: '15.4', pattern: /:focus-visible/ },
  { what: ':has()', ios: '15.4', pattern: /:has\(/ },
  { what: 'a rule inside a rule', ios: '17.2', pattern: /&/ },
];

const AT: readonly Feature[] = [
  { what: '@layer', ios: '15.4', pattern: /^layer/ },
  { what: '@container', ios: '16.0', pattern: /^container/ },
  { what: 'a range in a media query', ios: '16.4', pattern: /^media .*[<>]/ },
];

/** A file from the network may never come, and its domain would have to be declared. */
const FOREIGN = /url\(\s*['"]?(?:https?:)?\/\//;

const tooNew = (features: readonly Feature[], text: string): string[] =>
  features
    .filter(({ ios, pattern }) => isNewer(ios, FLOOR.ios) && pattern.test(text))
    .map(({ what, ios }) => `${what} came with iOS ${ios}, the floor is ${FLOOR.ios}`);

const faultsOf = (node: Declaration | Rule | AtRule): string[] => {
  if (node.type === 'rule') return tooNew(SELECTED, node.selector);
  if (node.type === 'atrule') return tooNew(AT, `${node.name} ${node.params}`);
  const written = `${node.prop}: ${node.value}`;
  const foreign = FOREIGN.test(node.value) ? ['loads a file from the network'] : [];
  return [...foreign, ...tooNew(DECLARED, written)];
};

const faultsIn = (file: string, text: string): Finding[] => {
  const findings: Finding[] = [];
  parse(text).walk((node) => {
    if (node.type === 'comment') return;
    for (const message of faultsOf(node))
      findings.push({ file: `${file}:${node.source?.start?.line ?? 0}`, message });
  });
  return findings;
};

/** What CSS asks of the phone, in our sheets and in the sheet of icons that the build draws. */
export const styles = (root: string): Check => ({
  name: `styles at iOS ${FLOOR.ios}`,
  run: () => {
    const files = [...ownFiles(root, '.wxss'), 'miniprogram_npm/tdesign-miniprogram/icon/icon.wxss'];
    const findings = files.flatMap((file) => faultsIn(file, readFileSync(path.join(root, file), 'utf8')));
    return Promise.resolve({ findings, seen: `${files.length} sheets` });
  },
});
