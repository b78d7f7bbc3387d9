import { posix } from 'node:path';
import type { AppConfig, TabBarItem } from '../runtime/host';
import type { Problems } from './problems';
import type { Json, Project } from './project';
import { asRecord, stringEntries, stringList } from './project';

/** Reads `app.json` and `theme.json`; the pages' own configurations are added by the unit walk. */
export function readAppConfig(project: Project, problems: Problems): { json: Json; config: AppConfig } {
  const json = project.readJson('app.json', problems);
  const subpackages = readSubpackages(json);
  const pages = [
    ...stringList(json['pages']),
    ...subpackages.flatMap(({ root, pages: own }) => own.map((page) => posix.join(root, page))),
  ];
  if (pages.length === 0) problems.error(project.toFile('app.json'), 'no pages: "pages" is missing or empty');
  const tabBar = readTabBar(json['tabBar']);
  return {
    json,
    config: {
      pages,
      subpackages,
      window: asRecord(json['window']),
      pageConfig: {},
      themes: readThemes(project, json, problems),
      darkmode: json['darkmode'] === true,
      loadsLazily: json['lazyCodeLoading'] === 'requiredComponents',
      ...(tabBar ? { tabBar } : {}),
    },
  };
}

function readSubpackages(json: Json): { root: string; pages: string[] }[] {
  const list = json['subPackages'] ?? json['subpackages'];
  return (Array.isArray(list) ? list : []).map((item) => {
    const { root, pages } = asRecord(item);
    return { root: typeof root === 'string' ? root.replace(/^\/|\/$/g, '') : '', pages: stringList(pages) };
  });
}

function readTabBar(value: unknown): AppConfig['tabBar'] {
  if (value === undefined) return undefined;
  const bar = asRecord(value);
  const list = (Array.isArray(bar['list']) ? bar['list'] : []).map((item): TabBarItem => ({
    pagePath: '',
    text: '',
    ...Object.fromEntries(stringEntries(item)),
  }));
  const { color, selectedColor } = Object.fromEntries(stringEntries(bar));
  return {
    custom: bar['custom'] === true,
    list,
    ...(color === undefined ? {} : { color }),
    ...(selectedColor === undefined ? {} : { selectedColor }),
  };
}

function readThemes(project: Project, json: Json, problems: Problems): AppConfig['themes'] {
  const location = json['themeLocation'];
  if (typeof location !== 'string') return { light: {}, dark: {} };
  if (!project.has(location))
    problems.error(project.toFile('app.json'), `themeLocation: ${location} does not exist`);
  const themes = project.readJson(location, problems);
  return {
    light: Object.fromEntries(stringEntries(themes['light'])),
    dark: Object.fromEntries(stringEntries(themes['dark'])),
  };
}
