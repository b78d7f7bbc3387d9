/** Whom a college names to call is whom its graduates read, under every rulebook a season can have. */
import { helpPeople } from '../../../miniprogram/domain/words/help-people';
import { OFFERED_RULEBOOKS, rulebookOf } from '../../../miniprogram/rulebooks';
import { rememberEdition } from '../../../miniprogram/rulebooks/editions';

const OFFICE = {
  name: '信息工程学院团委',
  phone: '021-55270000',
  place: '行政楼 203',
  hours: '工作日 9:00 到 16:30',
};
const STREET = { name: '张江镇团委', phone: '021-58950000', place: '', hours: '' };

it.each(OFFERED_RULEBOOKS.map(({ id }) => id))(
  '%s: the college’s own list takes the place of the university’s',
  (id) => {
    const published = [
      { scopeId: 'all', value: [STREET] },
      { scopeId: 'c-1', value: [OFFICE, STREET] },
    ];
    for (const { scopeId, value } of published)
      rememberEdition({ shippedId: id, scopeId, number: 1, edits: [{ path: 'contacts', value }] });
    const linesUnder = (edition: string) =>
      helpPeople(rulebookOf(`${id}${edition}`)?.contacts ?? [], null).map(({ name, line }) => [name, line]);
    expect(linesUnder('')).toEqual([]);
    expect(linesUnder('@all.1')).toEqual([['张江镇团委', '021-58950000']]);
    expect(linesUnder('@all.1@c-1.1')).toEqual([
      ['信息工程学院团委', '021-55270000，行政楼 203，工作日 9:00 到 16:30'],
      ['张江镇团委', '021-58950000'],
    ]);
  },
);
