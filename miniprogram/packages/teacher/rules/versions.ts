import { formatChina } from '../../../domain/calendar/china-time';
import { differences } from '../../../domain/rules/overlay/reading';
import type { Response } from '../../../contract';
import { draftOf, overlayFrom, type Opened } from './opened';

type Version = Response<'teacher', 'ruleVersions'>['versions'][number];

export interface VersionRow {
  readonly number: number;
  readonly title: string;
  /** What it changed of the version before, a sentence each. */
  readonly lines: readonly string[];
  readonly isNow: boolean;
}

const MOST_LINES = 4;

/** Newest first; the rulebook as it is shipped stands last. */
export const toVersionRows = (opened: Opened, versions: readonly Version[]): VersionRow[] => {
  const rows = versions.map(({ number, edits, at, revertOf }, index): VersionRow => {
    const overlay = overlayFrom(edits);
    const before = overlayFrom(versions[index + 1]?.edits ?? []);
    const { places } = draftOf(opened, [...before.filter(({ path }) => path.endsWith('.from')), ...overlay]);
    const all = differences(places, before, overlay).map(({ about, what }) => `${about}：${what}`);
    const more = all.length - MOST_LINES;
    return {
      number,
      title: `第 ${number} 版，${formatChina(at, 'YYYY年M月D日')}${revertOf === null ? '' : `，换回第 ${revertOf} 版`}`,
      lines: [...all.slice(0, MOST_LINES), ...(more > 0 ? [`还有 ${more} 处`] : [])],
      isNow: index === 0,
    };
  });
  return [...rows, { number: 0, title: '原来的规则', lines: [], isNow: versions.length === 0 }];
};
