/** A place from WeChat's region picker, completed by hand where the picker ends before 街道、乡镇. */
import { fieldsOf, type FieldOf } from '../../../domain/rules/fields/catalogue';
import { regionText } from '../../../domain/rules/fields/readings';
import { cleanLine } from '../../../domain/text/clean-text';
import { hasSubDistricts, isSubDistrictCode } from '../../../domain/rules/fields/place';
import type { Region } from '../../../domain/rules/fields/kinds';

/** 省、市、区; what stands behind them was typed. */
const PICKED = 3;

/** The places a way may ask for, in the order of the form. */
export const PLACE_FIELDS = fieldsOf('place');
export type PlaceField = FieldOf<'place'>;

export interface PlaceView {
  readonly field: PlaceField;
  readonly label: string;
  /** Empty before one is picked. */
  readonly text: string;
  /** Value of the region picker. */
  readonly names: readonly string[];
  /** What was typed as 街道、乡镇; null where the picker gives it, or where there is none. */
  readonly street: string | null;
}

const isCutShort = ({ code }: Region): boolean => !isSubDistrictCode(code) && hasSubDistricts(code);

export const toPlaceView = (field: PlaceField, label: string, region: Region | undefined): PlaceView => {
  if (!region) return { field, label, text: '', names: [], street: null };
  const names = isCutShort(region) ? region.names.slice(0, PICKED) : region.names;
  return {
    field,
    label,
    text: regionText({ ...region, names }),
    names,
    street: isCutShort(region) ? (region.names[PICKED] ?? '') : null,
  };
};

/** What the picker answers, largest place first; undefined when it answers nothing. */
export const pickedPlace = (names: readonly string[], codes: readonly string[]): Region | undefined => {
  const found = names.filter(Boolean);
  const code = codes.filter(Boolean).pop();
  return found.length > 0 && code ? { names: found, code } : undefined;
};

export const withStreet = (region: Region, typed: string): Region => {
  const street = cleanLine(typed);
  return { ...region, names: [...region.names.slice(0, PICKED), ...(street ? [street] : [])] };
};
