import type { Flow } from '../../../domain/rules/flow';
import { receiverDays } from '../terms';
import type { Terms } from '../terms';
import { advice, option, question } from '../../flow-parts';

/** From the receiver's reason to the correction. */
export const refusalCoach = (terms: Terms): Flow => {
  const clock = `${receiverDays(terms)} 天重新算，上一次的记录会留着`;
  const resubmit = { label: '改好，重新提交', do: 'resubmit' } as const;
  return {
    id: 'refusal-coach',
    title: '被退回，怎么办',
    start: 'reason',
    nodes: [
      question(
        'reason',
        '对方为什么退回？',
        [
          option('wrong', '组织选错了', 'fix-name', '名称相近，或者选到了上级团委'),
          option('stranger', '对方不知道我是谁', 'fix-stranger'),
          option('not-theirs', '对方说不归他们管', 'whose'),
          option('silent', '没写原因', 'fix-silent'),
        ],
        '选最接近的一个，我们告诉你怎么改。关系还在学校，没有丢。',
      ),
      question('whose', '对方说该转到哪里？', [
        option('branch', '说了另一个团支部', 'fix-name'),
        option('home', '让我转回户籍地或居住地', 'other-way'),
        option('unknown', '没有说', 'fix-college'),
      ]),
      advice('fix-name', {
        title: '选错组织，这样改',
        text: '名称差一个字，就是另一个团支部。',
        steps: [
          '打电话问准全称，请对方照着智慧团建读给你听',
          '在智慧团建重新发起，名称逐字核对，提交前截图',
          `回到这里改好再提交，${clock}`,
        ],
        action: resubmit,
      }),
      advice('fix-stranger', {
        title: '先让对方认识你',
        text: '对方在系统里只看得到一个名字，不知道是谁就退回了。',
        steps: [
          '先打电话，说清楚姓名、毕业学校、什么时候报到',
          '对方答应接收以后，在智慧团建重新发起',
          `回到这里再提交，${clock}`,
        ],
        copy: '您好，我是今年的毕业生{name}，刚才退回的团组织关系转接是我的申请。我会重新发起一次，麻烦您接收，谢谢！',
        action: resubmit,
      }),
      advice('fix-silent', {
        title: '先问清原因，再提交',
        text: '不知道原因就重新提交，多半还会被退回。',
        steps: [
          '打电话问对方：名称对不对，归不归他们管',
          '改好以后，在智慧团建重新发起',
          `回到这里再提交，${clock}`,
          '联系不上对方，就请学院老师帮忙',
        ],
        action: resubmit,
      }),
      advice('other-way', {
        title: '换一种去向',
        text: '单位暂时不接收，就先转到户籍地或居住地的街道、乡镇，以后还能再转到单位。',
        action: { label: '重新选去向', do: 'way-picker' },
      }),
      advice('fix-college', {
        title: '请学院帮忙协调',
        text: '对方不收，又没有说归谁管，学院团委能帮你问。把对方的原话告诉老师。',
        action: { label: '联系学院老师', do: 'ask-college' },
      }),
    ],
  };
};
