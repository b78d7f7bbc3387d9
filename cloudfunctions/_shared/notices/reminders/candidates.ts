/** Who may be due for a reminder, page by page. */
import { chinaDay } from '../../../../miniprogram/domain/calendar/china-time';
import { keepingIn } from '../../season/keeping-in';
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

async function* approvedOf({ store }: HasStore, deadlineDay: number): AsyncGenerator<readonly Transfer[]> {
  for (let after = ''; ;) {
    const page = await store.find('transfers', {
      where: { state: 'approved', deadlineDay, queueKey: { gt: after } },
      orderBy: ['queueKey', 'asc'],
      limit: PAGE,
    });
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    after = page.at(-1)?.queueKey ?? '';
  }
}

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

/** Transfers in a state in which no clock runs, of which those pass that are asked for. */
async function* clockless(
  { store }: HasStore,
  state: 'approved' | 'recorded',
  passes: (transfer: Transfer) => boolean,
): AsyncGenerator<readonly Transfer[]> {
  for (let after = ''; ;) {
    const page = await store.find('transfers', {
      where: { state, deadlineDay: null, queueKey: { gt: after } },
      orderBy: ['queueKey', 'asc'],
      limit: PAGE,
    });
    const passing = page.filter(passes);
    if (passing.length > 0) yield passing;
    if (page.length < PAGE) return;
    after = page.at(-1)?.queueKey ?? '';
  }
}

/** Transfers the school has let go on one of these China days, where no receiver's clock runs. */
export const approvedOn = (ports: HasStore, days: readonly number[]): AsyncGenerator<readonly Transfer[]> =>
  clockless(ports, 'approved', ({ waitingSince }) => days.includes(chinaDay(waitingSince)));

/** Transfers whose relation the school keeps. */
export const keptOnes = (ports: HasStore): AsyncGenerator<readonly Transfer[]> =>
  clockless(ports, 'recorded', (transfer) => keepingIn(transfer) !== null);

/** People of a college who have signed in. */
export async function* boundOf({ store }: HasStore, collegeId: string): AsyncGenerator<readonly Member[]> {
  for (let after = ''; ;) {
    const page = await store.find('members', {
      where: { collegeId, numberKey: { gt: after } },
      orderBy: ['numberKey', 'asc'],
      limit: PAGE,
    });
    const bound = page.filter(({ accountId }) => accountId !== null);
    if (bound.length > 0) yield bound;
    if (page.length < PAGE) return;
    after = page.at(-1)?.numberKey ?? '';
  }
}
