import {
  FIELD_IDS,
  fieldsOf,
  isFieldId,
  isSealed,
  isShownTo,
  READING_ORDER,
  SEALED_FIELD_IDS,
  VALUE_FIELD_IDS,
  withoutSecrets,
} from '../../../../../miniprogram/domain/rules/fields/catalogue';

test('pictures are a field without a value', () => {
  expect(isFieldId('screenshots')).toBe(true);
  expect(VALUE_FIELD_IDS).toEqual(FIELD_IDS.filter((id) => id !== 'screenshots'));
});

test.each([undefined, '', 'password'])('%s is no field', (id) => {
  expect(isFieldId(id)).toBe(false);
});

test('the organisation is read first, all else in the order in which it is asked for', () => {
  expect(READING_ORDER).toEqual([
    'organisation',
    'region',
    'initiatedAt',
    'registeredResidence',
    'currentResidence',
    'parentContact',
    'studyPlace',
    'returnMonth',
    'expectedGraduation',
  ]);
});

test('the parents’ telephone alone is sealed, and stays in the cloud', () => {
  expect(SEALED_FIELD_IDS).toEqual(['parentContact']);
  expect(FIELD_IDS.filter(isSealed)).toEqual(['parentContact']);
  const fields = { organisation: '澄江公司团支部', parentContact: { name: '林母', phone: '13800000000' } };
  expect(withoutSecrets(fields)).toEqual({ organisation: '澄江公司团支部' });
});

test('fields are found by their kinds', () => {
  expect(fieldsOf('text', 'month')).toEqual(['studyPlace', 'returnMonth', 'expectedGraduation']);
  expect(fieldsOf('pictures')).toEqual(['screenshots']);
  expect(fieldsOf()).toEqual([]);
});

test('a teacher and the committee are shown every field', () => {
  expect(FIELD_IDS.filter((id) => isShownTo('teacher', id))).toEqual(FIELD_IDS);
  expect(FIELD_IDS.filter((id) => isShownTo('committee', id))).toEqual(FIELD_IDS);
});
