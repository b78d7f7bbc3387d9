import postcss from 'postcss';
import type { AtRule, Root, Rule } from 'postcss';
import parseSelector from 'postcss-selector-parser';
import type { Pseudo, Selector, Tag } from 'postcss-selector-parser';
import { domTag, rpxToVw, BUILT_IN_TAGS } from '../runtime/tags';

/** Whose styles these are. */
export type StyleOwner =
  | { kind: 'app' }
  | { kind: 'page'; path: string }
  /** Without a scope the component shares the styles of its page. */
  | { kind: 'component'; scope: string | undefined };

export interface ScopedStyles {
  css: string;
  /** Targets of `@import`, as written; their styles belong in front. */
  imports: string[];
}

/**
 * Translates one WXSS file for the browser: rpx, built-in tags, `page`, `:host`, class scopes, dark mode.
 * @throws CssSyntaxError of postcss
 */
export function transformWxss(source: string, file: string, owner: StyleOwner): ScopedStyles {
  const root = postcss.parse(source, { from: file });
  const imports = takeImports(root);
  root.walkDecls((declaration) => {
    if (declaration.value.includes('rpx')) declaration.value = rpxToVw(declaration.value);
  });
  root.walkAtRules((rule) => {
    if (rule.params.includes('rpx')) rule.params = rpxToVw(rule.params);
  });
  root.walkRules((rule) => {
    if (!isInKeyframes(rule)) rule.selector = scopeSelector(rule.selector, owner);
  });
  root.walkAtRules('media', applyColorScheme);
  return { css: root.toString(), imports };
}

function takeImports(root: Root): string[] {
  const imports: string[] = [];
  root.walkAtRules('import', (rule) => {
    const target = /^(?:url\()?\s*['"]?([^'")]+)/.exec(rule.params)?.[1];
    if (target === undefined || /^(https?:)?\/\//.test(target)) return;
    imports.push(target);
    rule.remove();
  });
  return imports;
}

function isInKeyframes(rule: Rule): boolean {
  const { parent } = rule;
  return parent?.type === 'atrule' && /keyframes$/.test((parent as AtRule).name);
}

/** @example `.a text` of a component with scope `s1` → `.s1--a wx-text` */
export function scopeSelector(selector: string, owner: StyleOwner): string {
  const scope = owner.kind === 'component' ? owner.scope : undefined;
  return parseSelector((list) => {
    if (scope !== undefined) list.walkClasses((name) => void (name.value = `${scope}--${name.value}`));
    list.walkPseudos((pseudo) => replaceHost(pseudo, scope));
    const pageTags: Tag[] = [];
    list.walkTags((tag) => {
      if (tag.value === 'page') pageTags.push(tag);
      if (BUILT_IN_TAGS.has(tag.value)) tag.value = domTag(tag.value);
    });
    if (owner.kind === 'page') list.each((one) => confineToPage(one, owner.path, pageTags));
  }).processSync(selector);
}

function replaceHost(pseudo: Pseudo, scope: string | undefined): void {
  if (pseudo.value !== ':host') return;
  const attribute = parseSelector.attribute({
    attribute: 'wx-host',
    operator: '=',
    value: scope ?? '',
    quoteMark: '"',
    raws: {},
  });
  pseudo.replaceWith(attribute);
}

/** `:where` adds no weight, so that a page's rule weighs against app.wxss what it weighs in WeChat. */
function confineToPage(selector: Selector, path: string, pageTags: readonly Tag[]): void {
  const own = `:where([is="${path}"])`;
  const first = selector.first;
  if (first?.type === 'tag' && pageTags.includes(first)) {
    first.value += own;
    return;
  }
  selector.prepend(parseSelector.combinator({ value: ' ' }));
  selector.prepend(parseSelector.pseudo({ value: `:where(wx-page[is="${path}"])` }));
  const leading = selector.at(2);
  if (leading) leading.spaces.before = '';
}

const SCHEME = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/;

/** The phone's theme is a switch on the page, not the browser's own preference. */
function applyColorScheme(rule: AtRule): void {
  const theme = SCHEME.exec(rule.params)?.[1];
  if (theme === undefined || rule.params.includes(',')) return;
  rule.walkRules((inner) => {
    if (isInKeyframes(inner)) return;
    inner.selectors = inner.selectors.map((selector) => `:where(html[data-theme="${theme}"]) ${selector}`);
  });
  const rest = rule.params
    .replace(SCHEME, '')
    .replace(/^\s*(?:(?:screen|all)\s+)?and\s+|\s+and\s*$/g, '')
    .replace(/\band\s+and\b/, 'and')
    .trim();
  if (rest === '' || rest === 'screen' || rest === 'all') rule.replaceWith(rule.nodes ?? []);
  else rule.params = rest;
}
