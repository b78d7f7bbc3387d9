/** Where a navigation leads: path without leading slash, and its query. */
export interface PageUrl {
  path: string;
  query: Record<string, string>;
  /** The query as written, with its question mark; empty when there is none. */
  search: string;
}

/**
 * Reads the `url` of a navigation; one without a leading slash is relative to the current page.
 * @param base path of the current page
 */
export function parsePageUrl(url: string, base: string): PageUrl {
  const mark = url.indexOf('?');
  const address = mark < 0 ? url : url.slice(0, mark);
  const search = mark < 0 ? '' : url.slice(mark);
  return { path: resolvePath(address, base), query: parseQuery(search.slice(1)), search };
}

function resolvePath(address: string, base: string): string {
  const start = address.startsWith('/') ? [] : base.split('/').slice(0, -1);
  const parts: string[] = [...start];
  for (const part of address.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function parseQuery(text: string): Record<string, string> {
  const query: Record<string, string> = {};
  for (const pair of text.split('&').filter(Boolean)) {
    const equals = pair.indexOf('=');
    const key = equals < 0 ? pair : pair.slice(0, equals);
    query[decode(key)] = equals < 0 ? '' : decode(pair.slice(equals + 1));
  }
  return query;
}

/** A lone `%` is text, not a mistake that may stop a navigation. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
