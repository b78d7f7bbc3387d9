/** Timers with a fault in them, as a careless change would make: the simulation must notice each. */
import type { Ports } from '../../../cloudfunctions/_shared/platform/ports';
import type { Notice } from '../../../cloudfunctions/_shared/store/records';
import type { Store } from '../../../cloudfunctions/_shared/store/ports';
import type { Breakage } from '../../../tools/simulate/ports';

type Change = Parameters<Store['changeAll']>;
type Fields = Readonly<Record<string, unknown>>;

const without = (target: Fields, ...names: string[]): Fields =>
  Object.fromEntries(Object.entries(target).filter(([name]) => !names.includes(name)));

const withStore = (ports: Ports, store: Partial<Store>): Ports => ({
  ...ports,
  store: new Proxy(ports.store, {
    get: (target, name) => Reflect.get(store, name) ?? Reflect.get(target, name),
  }),
});

/** Bulk changes of notices, as something else. */
const changing =
  (other: (target: Fields, change: { set?: Fields; add?: Fields }) => [Fields, object]): Breakage =>
  (ports) =>
    withStore(ports, {
      changeAll: ((collection: Change[0], target: Fields, change: { set?: Fields; add?: Fields }) =>
        ports.store.changeAll(
          collection,
          ...(other(target, change) as unknown as [Change[1], Change[2]]),
        )) as Store['changeAll'],
    });

/** Finds nothing in a collection, whatever is there. */
const blindTo =
  (name: string): Breakage =>
  (ports) =>
    withStore(ports, {
      find: (async (collection: string, query: never) =>
        collection === name
          ? []
          : ports.store.find(collection as 'notices', query)) as unknown as Store['find'],
    });

/** Notices that are made, as others. */
const storing =
  (other: (notices: readonly Notice[]) => readonly Notice[]): Breakage =>
  (ports) =>
    withStore(ports, {
      insertMissing: ((collection: 'notices', records: readonly Notice[]) =>
        ports.store.insertMissing(
          collection,
          collection === 'notices' ? other(records) : records,
        )) as Store['insertMissing'],
    });

const isClaim = (set: Fields | undefined): boolean => set?.status === 'sending';

/** Each with the promise it breaks and a seed whose schedule, or one soon after it, shows that. */
export const BROKEN: readonly (readonly [fault: string, rule: string, seed: number, breakage: Breakage])[] = [
  [
    'settles before it sends',
    'nothing due is lost',
    2,
    (ports) => ({
      ...ports,
      messenger: {
        send: async (message) => {
          const target = { _id: { in: [message.noticeId] } };
          await ports.store.changeAll('notices', target, { set: { status: 'sent', errorCode: null } });
          return ports.messenger.send(message);
        },
      },
    }),
  ],
  [
    'never lets a lease end',
    'nothing due is lost',
    4,
    changing((target, change) => [
      target,
      isClaim(change.set) ? { ...change, set: { ...change.set, nextAt: 4_000_000_000_000 } } : change,
    ]),
  ],
  [
    'does not count what may repeat',
    'duplicates are counted',
    4,
    changing((target, { set, ...rest }) => [
      target,
      { ...rest, ...(set ? { set: without(set, 'mayRepeat') } : {}) },
    ]),
  ],
  [
    'takes silence for a success',
    'nothing due is lost',
    2,
    (ports) => ({
      ...ports,
      messenger: {
        send: async (message) => {
          const outcome = await ports.messenger.send(message);
          return outcome.kind === 'unknown' ? { kind: 'sent' } : outcome;
        },
      },
    }),
  ],
  [
    'sends whatever the cause has become',
    'nothing due is lost',
    2,
    (ports) =>
      withStore(ports, {
        lookUp: (async (collection: 'transfers', ids: readonly string[]) => {
          const found = await ports.store.lookUp(collection, ids);
          const asBefore = { state: 'submitted', waitsFor: 'college' } as const;
          return collection === 'transfers'
            ? { ...found, records: found.records.map((one) => ({ ...one, ...asBefore })) }
            : found;
        }) as Store['lookUp'],
      }),
  ],
  [
    'knows no night',
    'quiet hours',
    3,
    (ports) =>
      withStore(ports, {
        find: (async (collection: string, query: never) =>
          collection === 'seasons'
            ? [
                {
                  _id: '2027',
                  name: '',
                  rulebookId: 'usst-2020',
                  deadlineAt: 0,
                  quietHours: { from: 0, to: 0 },
                  announcement: null,
                  colleges: [],
                },
              ]
            : ports.store.find(collection as 'notices', query)) as unknown as Store['find'],
      }),
  ],
  [
    'claims what another sender holds',
    'duplicates are counted',
    5,
    changing((target, change) => [isClaim(change.set) ? { _id: target._id } : target, change]),
  ],
  ['tells nothing that whoever made it happen has not told', 'nothing due is lost', 2, blindTo('audits')],
  [
    'tells a thing twice',
    'the right reader, once',
    1,
    storing((notices) => [
      ...notices,
      ...notices.map((notice) => ({ ...notice, _id: `${notice._id}-again` })),
    ]),
  ],
  [
    'tells somebody else',
    'the right reader, once',
    1,
    storing((notices) =>
      notices.map((notice) =>
        notice.audience === 'graduate' ? { ...notice, accountId: 'oSecretary' } : notice,
      ),
    ),
  ],
  [
    'reminds nobody of a receiver’s days',
    'nothing due is lost',
    3,
    (ports) =>
      withStore(ports, {
        find: (async (collection: string, query: { where: Fields }) =>
          'deadlineDay' in query.where
            ? []
            : ports.store.find(collection as 'notices', query as never)) as unknown as Store['find'],
      }),
  ],
  [
    "goes by the university's season alone",
    'quiet hours',
    102,
    (ports) =>
      withStore(ports, {
        find: (async (collection: string, query: never) => {
          const found = await ports.store.find(collection as 'seasons', query);
          return collection === 'seasons' ? found.map((season) => ({ ...season, colleges: [] })) : found;
        }) as unknown as Store['find'],
      }),
  ],
];
