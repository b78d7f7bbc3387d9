import { digestOf, digestSlots } from '../../../../miniprogram/domain/reminding/digest';
import { chinaDay, formatChina } from '../../../../miniprogram/domain/calendar/china-time';
import { at } from '../deadline-table';

const RULES = { reminderHour: 9, quietHours: { from: 22, to: 8 } };
const shown = (moment: number): string => formatChina(moment, 'M-D HH:mm');
const slotsOn = (day: string, rules = RULES) =>
  digestSlots(chinaDay(at(`${day}T12:00:00+08:00`)), rules).map((slot) => [
    shown(slot.at),
    shown(slot.since),
  ]);

it('comes at nine and at four, each about what could not be told since the one before', () => {
  expect(slotsOn('2027-05-12')).toEqual([
    ['5-12 09:00', '5-11 16:00'],
    ['5-12 16:00', '5-12 09:00'],
  ]);
});

it('leaves the weekend and holidays alone, and looks back past them', () => {
  expect(slotsOn('2027-05-15')).toEqual([]);
  expect(slotsOn('2027-05-17')[0]).toEqual(['5-17 09:00', '5-14 16:00']);
});

it('waits for the quiet hours to end', () => {
  expect(slotsOn('2027-05-12', { ...RULES, quietHours: { from: 22, to: 11 } })[0]).toEqual([
    '5-12 11:00',
    '5-11 16:00',
  ]);
});

it('is one for each reader and slot', () => {
  const slots = digestSlots(chinaDay(at('2027-05-12T12:00:00+08:00')), RULES);
  const [morning] = slots;
  expect(morning && digestOf(morning, { reader: 'x', audience: 'secretary' })).toEqual({
    id: 'x:20950:digest-secretary',
    kind: 'digest',
    audience: 'secretary',
    dueAt: at('2027-05-12T09:00:00+08:00'),
    notAfter: at('2027-05-13T00:00:00+08:00') - 1,
  });
  const ids = slots.map((slot) => digestOf(slot, { reader: 'x', audience: 'teacher' }).id);
  expect(ids).toEqual(['x:20950:digest-teacher', 'x:20950:digest-teacher-16']);
});
