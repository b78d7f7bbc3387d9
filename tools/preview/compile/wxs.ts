import { parse } from 'acorn';
import type { Node } from 'acorn';
import { posix } from 'node:path';

export interface WxsModule {
  code: string;
  /** Paths of the modules it requires, without suffix and leading slash. */
  requires: string[];
}

export class WxsSyntaxError extends Error {
  constructor(
    message: string,
    /** 1-based, in the WXS source. */
    readonly line: number,
    readonly column: number,
  ) {
    super(message);
  }
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** What the tree walk looks at; acorn's own types name every node kind, which this needs not. */
interface Syntax extends Node {
  [field: string]: unknown;
}

/**
 * Turns the WXS dialect into JavaScript:
 * `x.constructor` gives the type's name, `getRegExp('\d')` keeps its backslash, `require('./x.wxs')` loses the suffix.
 * @param path of the module, without suffix
 */
export function transformWxs(source: string, path: string): WxsModule {
  const edits: Edit[] = [];
  const requires: string[] = [];
  walk(parseWxs(source), (node) => {
    const edit =
      constructorEdit(node, source) ?? regExpEdit(node, source) ?? requireEdit(node, path, requires);
    if (edit) edits.push(...edit);
  });
  return { code: apply(source, edits), requires };
}

function parseWxs(source: string): Syntax {
  try {
    return parse(source, {
      ecmaVersion: 2020,
      sourceType: 'script',
      allowReturnOutsideFunction: true,
    }) as unknown as Syntax;
  } catch (error) {
    if (error instanceof SyntaxError && 'loc' in error) {
      const { line, column } = error.loc as { line: number; column: number };
      throw new WxsSyntaxError(error.message.replace(/ \(\d+:\d+\)$/, ''), line, column + 1);
    }
    throw error;
  }
}

function isSyntax(value: unknown): value is Syntax {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function walk(node: Syntax, visit: (node: Syntax) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isSyntax(child)) walk(child, visit);
  }
}

function constructorEdit(node: Syntax, source: string): Edit[] | undefined {
  const { property, object } = node;
  if (node.type !== 'MemberExpression' || !isSyntax(property) || !isSyntax(object)) return undefined;
  const name = node['computed'] ? property['value'] : property['name'];
  if (name !== 'constructor' || source.slice(object.start, object.end) === 'this') return undefined;
  return [
    { start: object.start, end: object.start, text: '__wxsTypeName(' },
    { start: object.end, end: node.end, text: ')' },
  ];
}

function calledWith(node: Syntax, name: string): Syntax | undefined {
  const { callee, arguments: list } = node;
  if (node.type !== 'CallExpression' || !isSyntax(callee) || callee['name'] !== name) return undefined;
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  return isSyntax(first) && first.type === 'Literal' && typeof first['value'] === 'string'
    ? first
    : undefined;
}

/** A backslash pair already means one backslash; a single one would be eaten by JavaScript's string syntax. */
function regExpEdit(node: Syntax, source: string): Edit[] | undefined {
  const literal = calledWith(node, 'getRegExp');
  if (!literal) return undefined;
  const raw = source.slice(literal.start, literal.end);
  const text = raw.replace(/\\(\\|'|")|\\/g, (whole, escaped: string | undefined) =>
    escaped ? whole : '\\\\',
  );
  return [{ start: literal.start, end: literal.end, text }];
}

function requireEdit(node: Syntax, path: string, requires: string[]): Edit[] | undefined {
  const literal = calledWith(node, 'require');
  if (!literal) return undefined;
  const target = String(literal['value']).replace(/\.wxs$/, '');
  requires.push(target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(path), target));
  return [{ start: literal.start, end: literal.end, text: JSON.stringify(target) }];
}

function apply(source: string, edits: Edit[]): string {
  // from the end, so that earlier offsets stay true; of two at one place the insertion of the outer node goes first
  const ordered = [...edits].sort((a, b) => b.start - a.start || b.end - a.end);
  return ordered.reduce(
    (code, { start, end, text }) => code.slice(0, start) + text + code.slice(end),
    source,
  );
}

/** Globals of WXS, and the hooks through which its handlers get component descriptors. */
export const WXS_RUNTIME = `
var getRegExp=function(p,f){return new RegExp(p,f)};
var getDate=function(){return Reflect.construct(Date,arguments)};
var __wxsTypeName=function(x){return Object.prototype.toString.call(x).slice(8,-1)};
Q.A=function(f){return function(n,o,h,e){Promise.resolve().then(function(){__wxs.changed(f,n,o,h,e)})}};
Q.C=function(c,e,f){return __wxs.handle(c,e,f)};
`;
