import type { AppConfig, NavigationBar, Theme } from './host';

const DEFAULTS = {
  navigationBarBackgroundColor: '#000000',
  navigationBarTextStyle: 'white',
  navigationBarTitleText: '',
  navigationStyle: 'default',
} as const;

/** The bar of a page as its configuration describes it, `@variables` of theme.json replaced. */
export function configuredBar(config: AppConfig, path: string, theme: Theme): NavigationBar {
  const merged = pageWindow(config, path, theme);
  const text = (key: keyof typeof DEFAULTS): string => {
    const value = merged[key];
    return typeof value === 'string' ? value : DEFAULTS[key];
  };
  return {
    title: text('navigationBarTitleText'),
    backgroundColor: text('navigationBarBackgroundColor'),
    textStyle: text('navigationBarTextStyle') === 'black' ? 'black' : 'white',
    navigationStyle: text('navigationStyle') === 'custom' ? 'custom' : 'default',
    loading: false,
  };
}

/** `app.json`'s window under the page's own configuration. */
export function pageWindow(config: AppConfig, path: string, theme: Theme): Record<string, unknown> {
  const variables = config.themes[theme];
  const merged = { ...config.window, ...config.pageConfig[path] };
  return Object.fromEntries(Object.entries(merged).map(([key, value]) => [key, resolve(value, variables)]));
}

function resolve(value: unknown, variables: Readonly<Record<string, string>>): unknown {
  return typeof value === 'string' && value.startsWith('@') ? (variables[value.slice(1)] ?? value) : value;
}
