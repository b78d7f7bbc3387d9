/** What becomes of a message that is due before anybody is asked to send it. */
import { DELIVERY } from '../../../../../cloudfunctions/_shared/kernel/policy';
import type { Truth } from '../../../../../cloudfunctions/_shared/notices/delivery/causes';
import { fateOf, type Fate } from '../../../../../cloudfunctions/_shared/notices/delivery/sort-out';
import { currentSeason, type CurrentSeason } from '../../../../../cloudfunctions/_shared/season/season';
import type { Notice } from '../../../../../cloudfunctions/_shared/store/records';
import { GRADUATE, openUniversity } from '../../../support/people';
import { dataOf } from '../../../support/world';

/** 12:00, 23:30 and the next 8:00 in China on 10 June. */
const NOON = Date.UTC(2027, 5, 10, 4);
const NIGHT = Date.UTC(2027, 5, 10, 15, 30);
const MORNING = Date.UTC(2027, 5, 11);

let notice: Notice;
let season: CurrentSeason;
beforeAll(async () => {
  const { world } = await openUniversity();
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  const [stored] = world.store.all('notices');
  if (!stored) throw new Error('nobody was told');
  notice = { ...stored, notAfter: null, attempts: 1 };
  season = await currentSeason(world.ports);
});

test.each<[string, Partial<Notice>, ReturnType<Truth>, number, Fate | undefined]>([
  ['goes out', {}, true, NOON, undefined],
  ['goes out in its last moment', { notAfter: NOON }, true, NOON, undefined],
  ['comes too late', { notAfter: NOON - 1 }, true, NOON, { kind: 'too-late' }],
  ['is no longer so', {}, false, NOON, { kind: 'gone' }],
  [
    'waits while nobody can read why it was made',
    {},
    'unknown',
    NOON,
    { kind: 'held', until: NOON + DELIVERY.unknownCauseMs },
  ],
  ['waits for the end of the night', {}, true, NIGHT, { kind: 'held', until: MORNING }],
  ['is tried as often as it may be', { attempts: DELIVERY.maxAttempts }, true, NOON, undefined],
  ['was tried too often', { attempts: DELIVERY.maxAttempts + 1 }, true, NOON, { kind: 'dead' }],
])('it %s', (_what, more, truth, now, fate) => {
  expect(fateOf({ ...notice, ...more }, { isTrue: () => truth, season, now })).toEqual(fate);
});
