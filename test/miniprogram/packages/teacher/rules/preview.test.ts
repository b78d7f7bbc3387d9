/** Everything that can be changed is seen on a page of a graduate, or belongs to the college alone. */
import { placesOf } from '../../../../../miniprogram/domain/rules/overlay/places';
import { previewOf } from '../../../../../miniprogram/packages/teacher/rules/preview';
import { OFFERED_RULEBOOKS } from '../../../../../miniprogram/rulebooks';

test.each(OFFERED_RULEBOOKS.map((rulebook) => [rulebook.id, rulebook] as const))(
  'each place of %s has its page, with words on it',
  (_id, rulebook) => {
    const blank = placesOf(rulebook, 'committee').filter(
      (place) => !previewOf([place], rulebook, rulebook, false)?.blocks.length,
    );
    // Whom to call: nobody is named yet.
    expect(blank.map(({ path }) => path)).toEqual(['contacts']);
  },
);
