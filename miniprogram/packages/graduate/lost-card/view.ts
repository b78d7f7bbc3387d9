import type { HomeResponse } from '../../../services/own-transfer';
import { teacherNamed } from '../../../domain/words/teachers';
import { asSteps } from '../../../pages/journey/flow-view';
import type { PathStep } from '../../../pages/journey/path';

interface Cell {
  readonly label: string;
  /** As handwritten on the example; empty where the graduate leaves the line blank. */
  readonly value: string;
  /** Number of the note that explains it; 0 for none. */
  readonly note: number;
}

export interface LostCardView {
  readonly steps: readonly PathStep[];
  /** Lines of the example beside the photo, then those across the whole sheet. */
  readonly head: readonly Cell[];
  readonly lines: readonly Cell[];
  readonly opinions: readonly Cell[];
  readonly notes: readonly string[];
  readonly letter: string;
  readonly whom: string;
}

const cell = (label: string, value: string, note = 0): Cell => ({ label, value, note });

/** Somebody who does not exist. */
const EXAMPLE = {
  head: [
    cell('姓名', '林小满', 1),
    cell('性别', '女'),
    cell('民族', '汉族'),
    cell('出生年月', '2004年3月'),
    cell('籍贯', '江东省江东市'),
  ],
  lines: [
    cell('入团时间', '2018年12月', 2),
    cell('入团时团支部', '江东市第一中学2018级3班团支部', 3),
    cell('现在的团支部', '通信2201团支部', 4),
    cell('补办原因', '2025年9月搬宿舍时遗失，申请补办。', 5),
    cell('本人签名', '林小满    2026年6月12日'),
  ],
  opinions: [cell('团支部意见', '', 7), cell('学院团委意见', '')],
} as const;

const notes = (system: string): readonly string[] => [
  '姓名和学籍上的一样，不写小名。',
  `入团时间写到年和月。记不清，在${system}的个人资料里能看到。`,
  '写入团那时候的学校、班级，写全称。',
  '写现在的团支部全称，不写班级简称。',
  '哪一年、怎么丢的，一句话写清楚。',
  '贴近期的一寸免冠照片，不用自拍。',
  '这两栏空着，由团支书和学院老师写。',
];

const STEPS = asSteps([
  '告诉团支书《团员证》丢了，请团支部在表上写意见',
  '到学院团委领补办表，照下面的样子填',
  '交给老师，补好新的，接着办转出',
]);

/**
 * @param own the last known state of the graduate; the page needs no call of its own
 * @param system what the school works in, by its name
 */
export const toLostCardView = (own: HomeResponse | null, system: string): LostCardView => {
  const whom = own?.member.teacherName ? teacherNamed(own.member.teacherName) : '学院团委老师';
  const me = own ? `我是${own.member.branchName}的${own.member.name}，` : '';
  return {
    steps: STEPS,
    ...EXAMPLE,
    notes: notes(system),
    letter: `老师您好，${me}我的《团员证》丢了，想补办好再转出。请问补办表在哪里领，要带什么，什么时候去合适？`,
    whom,
  };
};
