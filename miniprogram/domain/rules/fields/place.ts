/** Whether a place goes down to 街道 or 乡镇. */
import type { Region } from './kinds';

/** Names that end a place at 街道/乡镇 level, where the code alone is not telling. */
const SUB_DISTRICT_NAME = /(街道|镇|乡|苏木|地区|办事处|开发区|园区|农场|林场)$/;
/** 台湾、香港、澳门: no 街道 in the picker's data. */
const WITHOUT_SUB_DISTRICTS = /^(71|81|82)/;

/** Whether a code names a 街道 or 乡镇: two digits each for 省, 市 and 区, three for it. */
export const isSubDistrictCode = (code: string): boolean => code.length >= 9;

export const hasSubDistricts = (code: string): boolean => !WITHOUT_SUB_DISTRICTS.test(code);

export const reachesSubDistrict = ({ names, code }: Region): boolean =>
  isSubDistrictCode(code) || !hasSubDistricts(code) || SUB_DISTRICT_NAME.test(names[names.length - 1] ?? '');
