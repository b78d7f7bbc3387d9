/** Looks at the name of the receiving organisation and asks where it looks wrong; only the person knows better. */
import { cleanLine, isEmpty } from '../../text/clean-text';
import { placeKey } from '../../text/keys';
import { mayHold } from '../rulebook/index';
import { abbreviation } from './abbreviation';
import { CITIES, WHOLE_CITY } from './cities';
import { cleaned, holdsOddSign, isTraditional } from './cleaning';
import { notABranch } from './ending';
import type { Check, NameContext, NameFinding, NameRule } from './finding';
import { foreignWords, kindOfName, ownBranch } from './kinds';
import { noName } from './no-name';
import { otherPlace } from './other-place';
import { partsOf } from './parts';
import { withoutPlace } from './without-place';

const strayCharacters = (name: string): NameFinding | undefined => {
  const clean = cleaned(name);
  if (clean !== cleanLine(name) && clean !== '') {
    return {
      code: 'stray-characters',
      title: '混进了多余的符号',
      why: '名称前后的引号、句号，中间的空格和表情，系统里的名称都没有。多一个符号就找不到。',
      proposal: clean,
    };
  }
  if (isTraditional(clean))
    return {
      code: 'stray-characters',
      title: '里面有繁体字',
      why: '系统里的名称多是简体字，写成繁体就找不到。和对方给的全称逐字对一遍？',
    };
  return holdsOddSign(clean)
    ? {
        code: 'stray-characters',
        title: '中间有不常见的符号',
        why: '名称里很少有这样的符号。和对方给的全称逐字对一遍？',
      }
    : undefined;
};

const withoutProposal = ({ proposal: _, ...finding }: NameFinding): NameFinding => finding;

const REPEATED = /(团支部|团支|流动|团员|临时|团委)\1/;

const repeated: Check = ({ name }) =>
  REPEATED.test(name)
    ? {
        code: 'stray-characters',
        title: '有几个字重复了',
        why: '好像多打了几个字，和对方给的全称逐字对一遍？',
      }
    : undefined;

/** 吉林市 is a city of the province of that name; the others with 市 are provinces themselves. */
const WHOLE_PROVINCE = new RegExp(
  `^(全国|(北京|天津|上海|重庆)市?|(${Object.keys(CITIES).join('|')})(省|(壮族|回族|维吾尔)?自治区))$`,
);

/** The committees of whole branches of business, each over thousands of employers (GC25). */
const WHOLE_SYSTEM = /^(全国铁道|全国民航|中央金融|中央企业|中央和国家机关)$/;

const ASK_AT_HOME = '请问当地的街道、乡镇：哪个团组织接收你？';
const ASK_RECEIVER = '请问接收你的那一边：团组织的全称是什么？';

/** A committee over so many that naming it says nothing. */
const tooWide: Check = ({ level, place }, { receiver }) => {
  const isHome = receiver?.kind === 'home';
  // 上海 may be the beginning of a company's name: only a committee is certainly of all of it.
  if (!isHome && level !== 'committee') return undefined;
  const ask = isHome ? ASK_AT_HOME : ASK_RECEIVER;
  const finding = (title: string, why: string) => ({ code: 'higher-level', title, why: why + ask }) as const;
  if (WHOLE_PROVINCE.test(place)) return finding('只写到省、直辖市', '省、直辖市一级不直接接收毕业生。');
  if (WHOLE_CITY.test(place) && level !== 'none')
    return finding('只写到市', '一个市下面有很多区县和单位，市一级一般不直接接收毕业生。');
  return WHOLE_SYSTEM.test(place)
    ? finding('只写到系统团委', '一个系统下面有很多单位，接收你的是其中一个。')
    : undefined;
};

const higherLevel: Check = (...said) => {
  const [{ level }, { receiver }] = said;
  const wide = tooWide(...said);
  if (wide) return wide;
  if (level === 'party') {
    return {
      code: 'higher-level',
      title: '这是党组织的名称',
      why: '团关系要转到团组织。请问对方团支部的全称。',
    };
  }
  return level === 'committee' && !receiver?.committees
    ? {
        code: 'higher-level',
        title: '这是上一级的名称',
        why: '按这一年的规则，接收你的是团支部。请问对方：下面哪个团支部接收你？',
      }
    : undefined;
};

const incomplete: Check = ({ name, level, isHolding }, { receiver, nameMustMention, nameMissing }) =>
  nameMissing === null ||
  (receiver?.kind === 'home' && (isHolding || level === 'committee')) ||
  nameMustMention.some((word) => name.includes(word))
    ? undefined
    : { code: 'incomplete', title: '前面好像少了一段', why: nameMissing };

/** 区政府 is short because its place is missing: that is what to ask for. */
const short: Check = (...said) => withoutPlace(...said) ?? abbreviation(...said);

/** Where one of these asks, the others would only ask about the same. */
const DECIDING: readonly Check[] = [repeated, noName, ownBranch, foreignWords, higherLevel, kindOfName];
const FURTHER: readonly Check[] = [notABranch, short, incomplete, otherPlace];

const NOT_ASKED: NameFinding = {
  code: 'not-asked',
  title: '这里不用写名称',
  why: '这个去向不填单位或组织的名称，请删掉。',
};

/**
 * What to ask about a typed name under a route's rules, most telling first; empty when there is nothing to ask.
 * Where the way asks for no name, anything typed is wrong, whatever it says.
 */
export const checkOrganisationName = (
  name: string,
  rule: NameRule,
  context: NameContext = {},
): NameFinding[] => {
  if (isEmpty(name)) return [];
  if (!mayHold(rule, 'organisation')) return [NOT_ASKED];
  const key = placeKey(name);
  if (context.verified?.some((known) => placeKey(known) === key)) return [];
  const parts = partsOf(cleaned(name).replace(/團/g, '团'), rule.receiver?.holdingWords ?? []);
  const ask = (check: Check) => check(parts, rule, context);
  const stray = strayCharacters(name);
  const deciding = DECIDING.map(ask).find((finding) => finding !== undefined);
  // What is no name is not made one by cleaning it.
  if (deciding) return stray && deciding.code !== 'no-name' ? [stray, deciding] : [deciding];
  const further = FURTHER.map(ask).filter((finding) => finding !== undefined);
  const ending = (finding: NameFinding): boolean => finding.code === 'not-a-branch';
  const certain = further.every(ending)
    ? further
    : further.map((one) => (ending(one) ? withoutProposal(one) : one));
  return [...(stray ? [stray] : []), ...certain];
};
