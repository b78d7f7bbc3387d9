/** The regions of `<picker mode="region">`, as `compile/regions.ts` writes them into `regions.json`. */

import { knows } from '../wx/library';

/** `[code, name]`, then its children; a leaf has none. */
export type Region = readonly [code: string, name: string, children?: readonly Region[]];

export type RegionLevel = 'province' | 'city' | 'region' | 'sub-district';

const DEPTH: Readonly<Record<RegionLevel, number>> = { province: 1, city: 2, region: 3, 'sub-district': 4 };

/** Columns a level shows; unknown words count as WeChat's default, down to the district. */
export const depthOf = (level: string, library: string): number =>
  (knows(library, 'picker.level') ? DEPTH[level as RegionLevel] : undefined) ?? DEPTH.region;

/** Beside `phone.html`; fetched once, when the first region picker opens. */
const REGIONS_URL = 'regions.json';

let loading: Promise<readonly Region[]> | undefined;

export function loadRegions(): Promise<readonly Region[]> {
  loading ??= fetch(REGIONS_URL).then((reply) => {
    if (!reply.ok) throw new Error(`regions.json: HTTP ${reply.status}`);
    return reply.json() as Promise<readonly Region[]>;
  });
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/** The chosen region of every column, and the list each was chosen from. */
export function walkRegions(
  regions: readonly Region[],
  chosen: readonly number[],
  depth: number,
): { list: readonly Region[]; region: Region }[] {
  const path: { list: readonly Region[]; region: Region }[] = [];
  let list: readonly Region[] | undefined = regions;
  while (list && list.length > 0 && path.length < depth) {
    const region: Region = list[chosen[path.length] ?? 0] ?? list[0]!;
    path.push({ list, region });
    list = region[2];
  }
  return path;
}

/** Indices of a value given as names; stops at the first name that is unknown. */
export function findRegion(regions: readonly Region[], names: readonly string[]): number[] {
  const found: number[] = [];
  let list: readonly Region[] = regions;
  for (const name of names) {
    const index = list.findIndex((region) => region[1] === name);
    if (index < 0) break;
    found.push(index);
    list = list[index]?.[2] ?? [];
  }
  return found;
}
