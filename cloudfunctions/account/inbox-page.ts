import { isVisible } from '../_shared/notices/inbox';
import { PAGING } from '../_shared/kernel/policy';
import type { Ports } from '../_shared/platform/ports';
import { wholePage } from '../_shared/store/pages';
import type { Notice } from '../_shared/store/records';

interface Page {
  readonly notices: readonly Notice[];
  /** The moment of its last notice, before which the next page begins; null on the last page. */
  readonly next: number | null;
}

/** Pages looked through in one call for something to show. */
const MOST_HIDDEN_PAGES = 5;

type Owner = Pick<Notice, 'accountId'>;

/** The night's notices all come due at the hour it ends, and none of them may fall between two pages. */
const readPage = async ({ store }: Ports, { accountId }: Owner, until: number): Promise<Page> => {
  const { records, isLast } = await wholePage({ store }, 'notices', {
    where: { accountId },
    by: 'dueAt',
    direction: 'desc',
    beyond: { lte: until },
    size: PAGING.messages,
  });
  return { notices: records, next: isLast ? null : (records.at(-1)?.dueAt ?? null) };
};

/** The first page from a moment backwards on which there is something to see; epoch ms. */
export const visiblePage = async (ports: Ports, owner: Owner, until: number): Promise<Page> => {
  const now = ports.clock.now();
  let page = await readPage(ports, owner, until);
  for (let looked = 1; ; looked += 1) {
    const notices = page.notices.filter((notice) => isVisible(notice, now));
    if (notices.length > 0 || page.next === null || looked === MOST_HIDDEN_PAGES)
      return { notices, next: page.next };
    page = await readPage(ports, owner, page.next - 1);
  }
};
