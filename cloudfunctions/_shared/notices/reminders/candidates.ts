/** Who may be due for a reminder, page by page. */
import { chinaDay } from '../../../../miniprogram/domain/calendar/china-time';
import { keepingIn } from '../../season/keeping-in';
import { pagesOf } from '../../store/pages';
import type { HasStore } from '../../store/ports';
import type { Member, Transfer } from '../../store/records';

/** As a first look at what may be nothing, and where it goes on. */
const FIRST_PAGE = 250;
const PAGE = 500;

/** The earliest whose receiver's clock ends on this China day or later. */
const approvedFrom = ({ store }: HasStore, day: number): Promise<readonly Transfer[]> =>
  store.find('transfers', {
    where: { state: 'approved', deadlineDay: { gte: day } },
    orderBy: ['deadlineDay', 'asc'],
    limit: FIRST_PAGE,
  });

const approvedOf = (ports: HasStore, deadlineDay: number): AsyncGenerator<readonly Transfer[]> =>
  pagesOf(ports, 'transfers', { where: { state: 'approved', deadlineDay }, by: 'queueKey', size: PAGE });

/** Transfers the school has let go whose receiver's clock ends on these China days, both included. */
export async function* approvedUntil(
  ports: HasStore,
  from: number,
  until: number,
): AsyncGenerator<readonly Transfer[]> {
  for (let day = from; day <= until;) {
    const soon = await approvedFrom(ports, day);
    // The last day of a full look goes on behind it; all before that are complete, and mostly there is no more.
    const cut = soon.length < FIRST_PAGE ? Infinity : (soon.at(-1)?.deadlineDay ?? Infinity);
    const whole = soon.filter(
      ({ deadlineDay }) => deadlineDay !== null && deadlineDay <= until && deadlineDay < cut,
    );
    if (whole.length > 0) yield whole;
    if (cut > until) return;
    yield* approvedOf(ports, cut);
    day = cut + 1;
  }
}

/** Pages with whoever does not pass left out; none is empty. */
async function* passing<T>(
  pages: AsyncIterable<readonly T[]>,
  passes: (one: T) => boolean,
): AsyncGenerator<readonly T[]> {
  for await (const page of pages) {
    const some = page.filter(passes);
    if (some.length > 0) yield some;
  }
}

/** Transfers in a state in which no clock runs. */
const clockless = (ports: HasStore, state: 'approved' | 'recorded'): AsyncGenerator<readonly Transfer[]> =>
  pagesOf(ports, 'transfers', { where: { state, deadlineDay: null }, by: 'queueKey', size: PAGE });

/** Transfers the school has let go on one of these China days, where no receiver's clock runs. */
export const approvedOn = (ports: HasStore, days: readonly number[]): AsyncGenerator<readonly Transfer[]> =>
  passing(clockless(ports, 'approved'), ({ waitingSince }) => days.includes(chinaDay(waitingSince)));

/** Transfers whose relation the school keeps. */
export const keptOnes = (ports: HasStore): AsyncGenerator<readonly Transfer[]> =>
  passing(clockless(ports, 'recorded'), (transfer) => keepingIn(transfer) !== null);

/** People of a college who have signed in. */
export const boundOf = (ports: HasStore, collegeId: string): AsyncGenerator<readonly Member[]> =>
  passing(
    pagesOf(ports, 'members', { where: { collegeId }, by: 'numberKey', size: PAGE }),
    ({ accountId }) => accountId !== null,
  );
