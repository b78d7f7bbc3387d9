import type { Flow } from '../../../domain/rules/flow';
import { advice, option, question } from '../../flow-parts';

const AGAIN = { label: '改好，重新提交', do: 'resubmit' } as const;
const KEPT = '回到这里改好再提交，上一次的记录会留着';

/**
 * From the receiver's reason to the correction.
 *
 * @param system its name
 */
export const refusalCoach = (system: string): Flow => ({
  id: 'refusal-coach',
  title: '被退回，怎么办',
  start: 'reason',
  nodes: [
    question(
      'reason',
      '对方为什么退回？',
      [
        option('wrong', '组织选错了', 'fix-name', '名称相近，或者归别的团委管'),
        option('stranger', '对方不知道我是谁', 'fix-stranger'),
        option('not-theirs', '对方说不归他们管', 'whose'),
        option('silent', '没写原因', 'fix-silent'),
      ],
      '选最接近的一个，我们告诉你怎么改。关系还在学校，没有丢。',
    ),
    question('whose', '对方是谁，怎么说的？', [
      option('branch', '说了另一个团组织', 'fix-name'),
      option('street', '街道、乡镇说收不了', 'fix-street', '说没有户口、没有团支部'),
      option('employer', '单位说暂时不收', 'other-way'),
      option('unknown', '没有说该归谁', 'fix-college'),
    ]),
    advice('fix-name', {
      title: '选错组织，这样改',
      text: '名称差一个字，就是另一个团组织。',
      steps: ['打电话问准全称，再问归哪个上级团委管', `在${system}重新发起，名称逐字核对，提交前截图`, KEPT],
      action: AGAIN,
    }),
    advice('fix-stranger', {
      title: '先让对方认识你',
      text: '对方在系统里只看得到一个名字，不知道是谁就退回了。',
      steps: ['先打电话，说清楚姓名、毕业学校、什么时候报到', `对方答应接收以后，在${system}重新发起`, KEPT],
      copy: '您好，我是今年的毕业生{name}，刚才退回的团组织关系转接是我的申请。我会重新发起一次，麻烦您接收，谢谢！',
      action: AGAIN,
    }),
    advice('fix-street', {
      title: '不看户口，可以再问一句',
      text: '毕业生转到居住地或工作地，不看户口；河北的通知写明，不能因为户口不在就不收。真收不了，可以转到区县的“流动团员团支部”。',
      steps: [
        '把下面的话发给街道',
        '还是收不了，问区县团委：流动团员团支部的全称',
        '问到以后重新发起；两边都不收，把原话告诉学院',
      ],
      copy: '您好，我是今年的毕业生{name}，现在住（工作）在咱们街道，户口不在这里。按毕业学生团员转接的规定，团组织关系可以转到居住地或工作地。麻烦您接收，或者告诉我区县流动团员团支部的全称，谢谢！',
      action: AGAIN,
    }),
    advice('fix-silent', {
      title: '先问清原因，再提交',
      text: '不知道原因就重新提交，多半还会被退回。',
      steps: [
        '打电话问对方：名称对不对，归不归他们管',
        `改好以后，在${system}重新发起`,
        KEPT,
        '联系不上对方，就请学院老师帮忙',
      ],
      action: AGAIN,
    }),
    advice('other-way', {
      title: '换一种去向',
      text: '单位暂时不接收，就先按“单位没有团组织”转到工作地或居住地的街道、乡镇，以后还能再转到单位。',
      action: { label: '重新选去向', do: 'way-picker' },
    }),
    advice('fix-college', {
      title: '请学院帮忙协调',
      text: '对方不收，又没有说归谁管，学院团委能帮你问。把对方的原话告诉老师。',
      action: { label: '联系学院老师', do: 'ask-college' },
    }),
  ],
});
