/** What the 《团员证》 page says while the step at the desk is not open yet: until when, by who takes the person in. */
import type { CardResponse } from '../../../asking/card-pass';
import type { Taker } from '../../../domain/rules/rulebook/index';
import type { TransferState } from '../../../domain/transfer/states';

/** Why there is nothing to scan, with the one way on. */
export interface Wait {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly to: 'track' | 'wayPicker' | 'home';
}

const NOT_YET = '还没轮到这一步';

/** The end of each way, as it is waited for. */
const AT_THE_END: Readonly<Record<Taker, string>> = {
  receiver: '对方接收以后',
  above: '上级团组织办好以后',
  college: '学院通知以后',
};

interface Opening {
  readonly taker: Taker;
  /** Whether handing in is enough. */
  readonly opensAtOnce: boolean;
}

const openingOf = ({ taker, offline = [] }: CardResponse): Opening => ({
  taker: taker ?? 'receiver',
  opensAtOnce: offline.find(({ atDesk }) => atDesk)?.opens === 'submitted',
});

const toHandIn = (state: TransferState | null, { taker }: Opening): Wait => {
  const handsIn = taker === 'college' ? '把情况报给学院' : '把申请交上去';
  return {
    title: NOT_YET,
    text: state === 'planned' ? `到时候${handsIn}，再来办这一步。` : `先${handsIn}，再来办这一步。`,
    action: '回首页接着办',
    to: 'home',
  };
};

const toMend = ({ taker, opensAtOnce }: Opening): Wait => {
  const again = taker === 'college' ? '改好再报一次' : '改好再交一次';
  return {
    title: '先把退回的改好',
    text: opensAtOnce ? `${again}，就能来办。` : `${again}，${AT_THE_END[taker]}就能来办。`,
    action: '去看怎么改',
    to: 'track',
  };
};

/** Why a step that stands on the way is not open yet, and where to go on. */
export const waitUntilOpen = (state: TransferState | null, card: CardResponse, system: string): Wait => {
  const opening = openingOf(card);
  switch (state) {
    case 'refused':
    case 'returned':
      return toMend(opening);
    case 'lapsed':
      return {
        title: '先重新发起一次',
        text: opening.opensAtOnce
          ? `在${system}重新发起，交上来就能来办。`
          : `在${system}重新发起，${AT_THE_END[opening.taker]}就能来办。`,
        action: '看看进度',
        to: 'track',
      };
    case 'timedOut':
      return {
        title: `先看一眼${system}`,
        text: `期限已经到了。告诉我们${system}显示什么，这里就会接着走。`,
        action: '告诉我们结果',
        to: 'track',
      };
    // Open at once where the rules say so; then nothing is waited for.
    case 'submitted':
    case 'approved':
    case 'registered':
    case 'recorded':
      return {
        title: NOT_YET,
        text: `${AT_THE_END[opening.taker]}，这里会出现给老师扫的二维码。要带的东西可以先备好。`,
        action: '看看进度',
        to: 'track',
      };
    default:
      return toHandIn(state, opening);
  }
};
