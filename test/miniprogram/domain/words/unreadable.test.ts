import {
  contactUnreadableWords,
  timelineHiddenWords,
  type Reader,
} from '../../../../miniprogram/domain/words/unreadable';

test.each<[Reader, string]>([
  ['graduate', '请告诉学院老师。'],
  ['staff', '请告诉负责小程序的同事。'],
])('tells the %s what does not open, and whom to tell', (reader, whom) => {
  expect(timelineHiddenWords(2, reader)).toBe(`还有 2 条经过暂时打不开，别的不受影响。${whom}`);
  expect(contactUnreadableWords(true, reader)).toBe(
    `父母的联系方式还存着，但是打不开，别的不受影响。${whom}`,
  );
});

test('says nothing where everything opens', () => {
  expect([timelineHiddenWords(undefined, 'staff'), timelineHiddenWords(0, 'staff')]).toEqual(['', '']);
  expect(contactUnreadableWords(undefined, 'graduate')).toBe('');
});
