import type { Response } from '../../../miniprogram/contract';
import type { Ports } from '../../_shared/platform/ports';

type Item = Response<'teacher', 'queue'>['items'][number];

/** Requests for a code hold no number: those of people whose name somebody else on the page has are looked up. */
export const withNumbers = async (
  { store }: Pick<Ports, 'store'>,
  items: readonly Item[],
): Promise<Item[]> => {
  const isShared = ({ memberName, memberId }: Item): boolean =>
    items.some((other) => other.memberName === memberName && other.memberId !== memberId);
  const asked = items.filter((item) => item.studentNumber === undefined && isShared(item));
  const ids = [...new Set(asked.flatMap(({ memberId }) => memberId ?? []))];
  if (ids.length === 0) return [...items];
  const members = await store.getMany('members', ids);
  const numbers = new Map(members.map(({ _id, studentNumber }) => [_id, studentNumber]));
  return items.map((item) => {
    const studentNumber = item.studentNumber ?? numbers.get(item.memberId ?? '');
    return studentNumber === undefined ? item : { ...item, studentNumber };
  });
};
