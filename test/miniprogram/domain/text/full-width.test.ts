/** Keyboards for Chinese type digits of full width: wherever a number is asked for, they are digits. */
import fc from 'fast-check';
import * as v from 'valibot';
import { readCode } from '../../../../miniprogram/components/code-entry/read-code';
import { contract } from '../../../../miniprogram/contract';
import { submissionFields } from '../../../../miniprogram/contract/fields';
import { placesOf } from '../../../../miniprogram/domain/rules/overlay/places';
import type { PlaceKind } from '../../../../miniprogram/domain/rules/overlay/place';
import { numberKey } from '../../../../miniprogram/domain/text/keys';
import { toFields } from '../../../../miniprogram/packages/graduate/form/to-fields';
import { typedValue } from '../../../../miniprogram/packages/teacher/rules/rule-card/view';
import { RULEBOOKS } from '../../../../miniprogram/rulebooks';
import { digitsIn } from '../../../../cloudfunctions/_shared/transfers/card-pass';

const full = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** Every place of every rulebook whose box takes numbers. */
const ruleBoxes = RULEBOOKS.flatMap((book) => placesOf(book, 'committee')).filter(({ kind }) =>
  (['number', 'days'] satisfies PlaceKind['kind'][]).some((one) => one === kind.kind),
);

/** What a request says after its contract has read it; undefined where it is refused. */
const read = (schema: v.GenericSchema, request: object): unknown => {
  const { success, output } = v.safeParse(schema, request);
  return success ? output : undefined;
};

/** A box for a number, what it makes of what was typed, and how long such numbers are. */
const BOXES: readonly (readonly [string, (typed: string) => unknown, readonly [number, number]])[] = [
  ['a student number', (typed) => numberKey(typed), [5, 14]],
  [
    'a parent’s telephone, on the phone',
    (phone) => toFields({ parentContact: { name: '林建国', phone } }),
    [7, 14],
  ],
  [
    'a parent’s telephone, in the cloud',
    (phone) => read(submissionFields, { parentContact: { name: '林建国', phone } }),
    [7, 14],
  ],
  ['the secretary’s telephone', (phone) => read(contract.secretary.sharePhone.request, { phone }), [7, 14]],
  ['a code of 智慧团建', readCode, [4, 12]],
  [
    'a code of 智慧团建, in the cloud',
    (code) => read(contract.secretary.issueResetCode.request, { requestId: 'r-1', code }),
    [4, 12],
  ],
  ['the digits of a card', digitsIn, [8, 8]],
  [
    'the number of a letter',
    (number) =>
      read(contract.graduate.tickOffline.request, {
        version: 1,
        stepId: 'letter',
        part: 'done',
        isDone: true,
        number,
      }),
    [1, 12],
  ],
];

it.each(BOXES)('%s is the same in digits of full width', (_box, make, [minLength, maxLength]) => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength, maxLength });
  fc.assert(
    fc.property(digits, (all) => {
      const typed = all.join('');
      expect(make(full(typed))).toEqual(make(typed));
    }),
  );
  expect(make('1234567890'.slice(0, maxLength))).toBeDefined();
});

it('takes numbers and days of the rules in digits of full width, in every box that asks for them', () => {
  expect(new Set(ruleBoxes.map(({ kind }) => kind.kind))).toEqual(new Set(['number', 'days']));
  fc.assert(
    fc.property(fc.constantFrom(...ruleBoxes), fc.nat(400), (place, number) => {
      const typed = place.kind.kind === 'days' ? `${number}、1` : ` ${number} `;
      expect(typedValue(place, full(typed))).toEqual(typedValue(place, typed));
      expect(JSON.stringify(typedValue(place, full(typed)))).toMatch(/^[[\d,\]]+$/);
    }),
  );
});
