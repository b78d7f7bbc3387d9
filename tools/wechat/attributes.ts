import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { BUILT_INS } from './built-ins';
import type { Check, Finding } from './finding';
import { FLOOR, isNewer } from './floor';
import type { Attribute, MiniProgram, Tag, Unit } from './mini-program';

/** What every component understands, by its beginning: events, data, accessibility, control. */
const EVERYWHERE =
  /^(?:(?:mut-bind|bind|catch|capture-bind|capture-catch)|(?:wx|mark|model|generic|change):|data-|aria-|(?:class|style|id|slot|hidden|name)$)/;

const asProperty = (attribute: string): string =>
  attribute.replace(/^model:/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const namesIn = (node: ts.Node): string[] =>
  ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === 'properties'
    ? keysOf(node.initializer)
    : (ts.forEachChild(node, (child) => {
        const found = namesIn(child);
        return found.length > 0 ? found : undefined;
      }) ?? []);

const keysOf = (value: ts.Expression): string[] =>
  ts.isObjectLiteralExpression(value)
    ? value.properties.flatMap((property) =>
        property.name && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))
          ? [property.name.text]
          : [],
      )
    : [];

/** Properties of a component of ours, with those of the behaviors its file imports. */
const ownProperties = (file: string, seen = new Set<string>()): string[] => {
  if (seen.has(file) || !existsSync(file)) return [];
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const behaviors = [...text.matchAll(/from '(\.[^']+)'/g)]
    .map(([, target = '']) => path.resolve(path.dirname(file), `${target}.ts`))
    .filter((target) => existsSync(target) && readFileSync(target, 'utf8').includes('Behavior('));
  return [...namesIn(source), ...behaviors.flatMap((target) => ownProperties(target, seen))];
};

/** Properties of a component of TDesign: keys of objects in its `props.js` and its own file; its classes are `t-class…`. */
const packagedProperties = (file: string): string[] =>
  [path.join(path.dirname(file), 'props.js'), file]
    .filter((one) => existsSync(one))
    .flatMap((one) => [...readFileSync(one, 'utf8').matchAll(/(\w+):\s*\{/g)].map(([, name = '']) => name));

class Properties {
  private readonly known = new Map<string, ReadonlySet<string>>();

  constructor(private readonly root: string) {}

  /** Undefined when the component's file is not there. */
  of(component: string): ReadonlySet<string> | undefined {
    const own = path.join(this.root, `${component}.ts`);
    const packaged = path.join(this.root, 'miniprogram_npm', `${component}.js`);
    const known = this.known.get(component);
    if (known) return known;
    if (!existsSync(own) && !existsSync(packaged)) return undefined;
    const names = new Set(existsSync(own) ? ownProperties(own) : packagedProperties(packaged));
    this.known.set(component, names);
    return names;
  }
}

const builtInFault = (tag: string, attribute: string): string | undefined => {
  const builtIn = BUILT_INS[tag];
  if (!builtIn) return `<${tag}> is neither declared nor in tools/wechat/built-ins.ts`;
  if (isNewer(builtIn.since, FLOOR.library))
    return `<${tag}> came with ${builtIn.since}, the floor is ${FLOOR.library}`;
  const version = builtIn.attributes[attribute];
  if (version === undefined) return `<${tag}> has no attribute ${attribute}`;
  return isNewer(version, FLOOR.library)
    ? `${attribute} of <${tag}> came with ${version}, the floor is ${FLOOR.library}`
    : undefined;
};

const componentFault = (
  { name: tag }: Tag,
  { name }: Attribute,
  properties: ReadonlySet<string> | undefined,
): string | undefined =>
  properties === undefined || properties.has(asProperty(name)) || /(?:^|-)class/.test(name)
    ? undefined
    : `<${tag}> has no property ${asProperty(name)}`;

const faultsIn = (unit: Unit, properties: Properties): Finding[] =>
  unit.tags.flatMap((tag) => {
    const component = unit.declares[tag.name];
    return tag.attributes
      .filter(({ name }) => !EVERYWHERE.test(name))
      .flatMap((attribute) => {
        const message = component
          ? componentFault(tag, attribute, properties.of(component))
          : builtInFault(tag.name, attribute.name);
        return message === undefined ? [] : [{ file: `${unit.path}.wxml:${attribute.line}`, message }];
      });
  });

/** Attributes that nobody understands, and built-in components and attributes that came after the floor. */
export const attributes = ({ root, units }: MiniProgram): Check => ({
  name: 'attributes',
  run: () => {
    const properties = new Properties(root);
    const findings = units.flatMap((unit) => faultsIn(unit, properties));
    const seen = `${units.flatMap(({ tags }) => tags).length} tags`;
    return Promise.resolve({ findings, seen });
  },
});
