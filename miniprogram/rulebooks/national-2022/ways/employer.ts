/** Routes to the organisation of an employer. */
import type { Guide, RouteRule } from '../../../domain/rules/rulebook';
import { TO_SOCIETY } from '../handling';
import { EMPLOYER_NAMES } from '../names';
import { ASK, NO_SCREENSHOT, type Start } from '../start';

const TELL =
  '您好，我是今年入职的毕业生{name}，需要把团组织关系转到单位。请问咱们单位团组织在系统里的全称是什么，归哪个上级团委管？我发起以后，麻烦您接收一下，谢谢！';

type Words = Pick<RouteRule, 'id' | 'label' | 'hint' | 'targetHint' | 'basis' | 'receivingSystem'> & {
  readonly reason: string;
  readonly summary: string;
  readonly find: string;
  readonly mistake: string;
};

const guideOf = ({ summary, reason, find, mistake }: Words, start: Start): Guide => ({
  summary,
  steps: [
    '问单位人事或团委：团组织的全称是什么，由谁接收',
    ...start.steps(reason, `填单位名称和地址；${find}`),
    '打电话告诉对方已经发起，请对方接收，再分到一个团支部',
  ],
  prepare: [start.account, '单位的全称和地址', '单位团组织的准确全称', '对方由谁接收，留下电话'],
  tellReceiver: TELL,
  mistakes: [
    mistake,
    '写了公司简称。系统里有很多相近的名字，会转错地方。',
    '对方是团委或团总支，接收以后没有分团支部。多问一句就好。',
    start.wrongSystem,
    NO_SCREENSHOT,
  ],
  askWhom: ASK,
});

export const employerRoute = (words: Words, start: Start): RouteRule => ({
  id: words.id,
  label: words.label,
  hint: words.hint,
  transferReason: words.reason,
  targetHint: words.targetHint,
  ...TO_SOCIETY,
  ...(words.receivingSystem === undefined ? {} : { receivingSystem: words.receivingSystem }),
  required: ['region', 'organisation', 'initiatedAt', 'screenshots'],
  optional: [],
  ...EMPLOYER_NAMES,
  basis: words.basis,
  guide: guideOf(words, start),
});
