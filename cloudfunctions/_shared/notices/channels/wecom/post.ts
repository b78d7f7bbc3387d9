/** One post to a college's group. */
import type { Ports, SendOutcome } from '../../../platform/ports';
import { ROBOT } from '../../../kernel/policy';
import type { Notice } from '../../../store/records';
import { ifSealed } from '../../../kernel/broken-seal';
import { tellBrokenSeal } from '../../../store/sealed';

/** Without what 企业微信 would take for markup. */
const plain = (text: string): string => text.replace(/[[\]<>*_`#]/g, ' ');

/** One line each, cut to what one post may hold; nothing that only the mini-program may show. */
const markdownOf = (notices: readonly Notice[]): string => {
  const lines = notices.slice(0, ROBOT.lines).map(({ title }) => `> ${plain(title)}`);
  const rest = notices.length - lines.length;
  const head = `**团关系转接**：有 ${notices.length} 条新待办`;
  const more = rest > 0 ? [`> 还有 ${rest} 条`] : [];
  const text = [head, ...lines, ...more, '打开小程序，在“待办”里处理。'].join('\n');
  return Buffer.byteLength(text) <= ROBOT.maxBytes ? text : `${head}\n打开小程序，在“待办”里处理。`;
};

/** Posts to one college's group; nothing is asked where no robot is set any more. */
export const postToRobot = async (
  ports: Ports,
  collegeId: string,
  notices: readonly Notice[],
): Promise<SendOutcome | { readonly kind: 'not-asked' }> => {
  const { store, robot, cipher } = ports;
  const college = await store.get('colleges', collegeId);
  const sealed = college?.robotKeySealed;
  if (sealed === undefined) return { kind: 'not-asked' };
  const key = ifSealed(() => cipher.open(sealed, collegeId));
  if (key !== undefined) return robot.post(key, markdownOf(notices));
  await tellBrokenSeal(ports, 'colleges', { _id: collegeId, collegeId });
  return { kind: 'not-asked' };
};
