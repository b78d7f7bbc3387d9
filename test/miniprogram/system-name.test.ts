/**
 * What a school works in has another name in 北京, and so has the box for the reason: words take both from the rules, so
 * no sentence of the code may say them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { beijing2024 } from '../../miniprogram/rulebooks/beijing-2024';

const ROOT = path.resolve(__dirname, '../..');
const NATIONAL = '智慧团建';
const REASON = '接转原因';
/** What people may type who ask about it, whatever their own system calls it. */
const ASKED = path.join('miniprogram', 'packages', 'graduate', 'ask', 'answers', 'from-rules.ts');
/** Rules are where the name belongs, but what is explained under all of them names none. */
const RULES = path.join('miniprogram', 'rulebooks');
const GLOSSARY = path.join(RULES, 'glossary.ts');

const filesIn = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => /\.(ts|wxml|wxs|json)$/.test(file) && (!file.startsWith(RULES) || file === GLOSSARY));

/** Comments may say it: they are for whoever reads the code. */
const withoutComments = (file: string, text: string): string => {
  if (!file.endsWith('.ts')) return text.replace(/<!--[\s\S]*?-->/g, '');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false);
  const said: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      said.push(node.text);
    else if (ts.isRegularExpressionLiteral(node)) said.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return said.join('\n');
};

const saying = (folder: string, word: string): string[] =>
  filesIn(folder).filter((file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    return text.includes(word) && withoutComments(file, text).includes(word);
  });

describe.each(['miniprogram', 'cloudfunctions'])('%s', (folder) => {
  test('names no system but by the rules that hold', () => {
    expect(saying(folder, NATIONAL)).toEqual([]);
  });

  test('calls the box for the reason as the rules call it', () => {
    expect(saying(folder, REASON).filter((file) => file !== ASKED)).toEqual([]);
  });
});

/** Notices and manuals are called what they are called, and who comes from elsewhere asks about theirs. */
const OF_ELSEWHERE: readonly string[] = ['source', 'sources', 'basis', 'others', 'questions'];

test('the rules of 北京 speak of their own system', () => {
  const said = JSON.stringify(beijing2024, (key, value: unknown) =>
    OF_ELSEWHERE.includes(key) ? undefined : value,
  );
  expect(said).toContain(beijing2024.system.name);
  expect(said).not.toContain(NATIONAL);
  expect(said).not.toContain(REASON);
});
