/** Looks at the name of the receiving organisation. It warns with a reason; only the person knows better. */
import { cleaned } from './name-cleaning';
import { cleanLine, isEmpty } from '../text/clean-text';
import { mayHold, type RouteRule } from './rulebook';

type NameFindingCode =
  | 'not-asked'
  | 'stray-characters'
  | 'placeholder'
  | 'wrong-level'
  | 'misplaced'
  | 'not-a-branch'
  | 'abbreviation'
  | 'incomplete';

export interface NameFinding {
  readonly code: NameFindingCode;
  /** One line for the amber box, e.g. 好像还差后半截. */
  readonly title: string;
  readonly why: string;
  /** The name as it probably should be; the finding is gone once it is taken. */
  readonly proposal?: string;
}

type NameRule = Pick<
  RouteRule,
  'required' | 'optional' | 'organisationEndings' | 'misplacedEndings' | 'nameMustMention' | 'nameMissing'
>;
type Check = (name: string, rule: NameRule) => NameFinding | undefined;

const endingOf = (name: string, endings: readonly string[]): string | undefined =>
  [...endings].sort((a, b) => b.length - a.length).find((ending) => name.endsWith(ending));

const strayCharacters: Check = (name) => {
  const clean = cleaned(name);
  return clean === cleanLine(name)
    ? undefined
    : {
        code: 'stray-characters',
        title: '混进了多余的符号',
        why: '名称里不该有空格、引号、句号这些。多一个符号，在智慧团建上就找不到。',
        ...(clean ? { proposal: clean } : {}),
      };
};

const PLACEHOLDER =
  /[xXＸ×]{2,}|某某|某(?=公司|单位|大学|学校|街道|镇|乡)|[*＊?？]{2,}|待定|不知道|不清楚|测试/;

const placeholder: Check = (name) =>
  PLACEHOLDER.test(name)
    ? {
        code: 'placeholder',
        title: '这像是例子里的名称',
        why: '要写对方给你的真实全称。还没问到，就先问再填，草稿会留着。',
      }
    : undefined;

const HIGHER = /(团委|团工委|团总支|委员会|党支部|党总支|党委|党工委)$/;

const wrongLevel: Check = (name) => {
  const level = name.endsWith('支部委员会') && !name.endsWith('总支部委员会') ? null : HIGHER.exec(name);
  if (!level) return undefined;
  const word = level[0];
  return word.startsWith('党')
    ? {
        code: 'wrong-level',
        title: '这是党组织的名称',
        why: `“${word}”是党的组织，团关系要转到团支部。请问对方团支部的全称。`,
      }
    : {
        code: 'wrong-level',
        title: '这是上一级的名称',
        why: `“${word}”在团支部上面，不直接接收团员。请问对方：下面哪个团支部接收你？`,
      };
};

const misplaced: Check = (name, rule) => {
  const found = rule.misplacedEndings.find(({ ending }) => name.endsWith(ending));
  return found
    ? {
        code: 'misplaced',
        title: `“${found.ending}”和去向对不上`,
        why: found.why,
        ...(found.replacement === null
          ? {}
          : { proposal: name.slice(0, -found.ending.length) + found.replacement }),
      }
    : undefined;
};

/** Completes the ending that has begun: “…有限公司团支” becomes “…有限公司团支部”. */
const completed = (name: string, endings: readonly string[]): string => {
  const begun = endings.flatMap((ending) =>
    Array.from({ length: ending.length - 2 }, (_, cut) => ending.slice(0, ending.length - 1 - cut))
      .filter((part) => name.endsWith(part))
      .map((part) => ({ part, whole: name + ending.slice(part.length) })),
  );
  const longest = begun.sort((a, b) => b.part.length - a.part.length)[0];
  return longest?.whole ?? name + (endings[0] ?? '');
};

const notABranch: Check = (name, { organisationEndings }) => {
  const [usual] = organisationEndings;
  if (usual === undefined || endingOf(name, organisationEndings)) return undefined;
  const allowed = organisationEndings.map((ending) => `“${ending}”`).join('或');
  const plain = name.endsWith('团支部');
  return {
    code: 'not-a-branch',
    title: plain ? '名称的后半截对不上' : '好像还差后半截',
    why: plain
      ? `这个去向要转进的团支部，名称一般以${allowed}结尾。和对方再核对一下？`
      : `团支部的全称一般以${allowed}结尾，和对方再核对一下？`,
    proposal: plain ? name.slice(0, -'团支部'.length) + usual : completed(name, organisationEndings),
  };
};

/** What people call universities in speech. */
const NICKNAME =
  /(北大|清华|复旦|同济|交大|浙大|南大|武大|华科|中科大|科大|哈工大|西工大|师大|上理|上大|华理|上财)(?!学)/;
/** Fewer characters before the ending than any official name has. */
const SHORTEST_STEM = 4;
/** Up to here “…公司” without 有限 or 集团 is how people talk, beyond it may be a registered name. */
const SPOKEN_COMPANY = 6;

const abbreviation: Check = (name, { organisationEndings }) => {
  const ending = endingOf(name, organisationEndings) ?? '';
  const stem = name.slice(0, name.length - ending.length).replace(/^共青团/, '');
  const nickname = name.includes('大学') ? null : NICKNAME.exec(stem);
  const spoken = /^[^限集股分]{1,6}公司$/.test(stem) && stem.length <= SPOKEN_COMPANY;
  const latin = /^[A-Za-z0-9 .&+-]+$/.test(stem);
  if (stem === '' || !(nickname || spoken || latin || stem.length < SHORTEST_STEM)) return undefined;
  return {
    code: 'abbreviation',
    title: '像是简称，不是全称',
    why: nickname
      ? `“${nickname[0]}”是简称。系统里只认学校的全称，名字相近的很多，会转错地方。`
      : '系统里有很多相近的名字，写简称会转错地方。请照着对方给的全称写。',
  };
};

const incomplete: Check = (name, { nameMustMention, nameMissing }) =>
  nameMissing !== null && !nameMustMention.some((word) => name.includes(word))
    ? { code: 'incomplete', title: '前面好像少了一段', why: nameMissing }
    : undefined;

/**
 * What looks wrong with a typed name under a route's rules, most telling first; empty when nothing does.
 * Where the way asks for no name, anything typed is wrong, whatever it says.
 */
export const checkOrganisationName = (name: string, rule: NameRule): NameFinding[] => {
  if (isEmpty(name)) return [];
  if (!mayHold(rule, 'organisation')) {
    return [
      {
        code: 'not-asked',
        title: '这里不用写名称',
        why: '这个去向不填单位或组织的名称，请删掉。',
      },
    ];
  }
  const stray = strayCharacters(name, rule);
  const clean = cleaned(name);
  const fatal = placeholder(name, rule) ?? wrongLevel(clean, rule) ?? misplaced(clean, rule);
  const rest = fatal
    ? [fatal]
    : [notABranch(clean, rule), abbreviation(clean, rule), incomplete(clean, rule)];
  return [stray, ...rest].filter((finding) => finding !== undefined);
};
