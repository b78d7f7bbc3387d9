/** Answers that do not go together, and a name that looks wrong: asked about once more before handing in. */
import { cleanLine } from '../../../domain/text/clean-text';
import { nameDoubt } from '../form/own-blocks';
import { asks } from '../form/problems';
import { placeDoubt } from '../form/view';
import type { Work } from '../form/work';

export interface ReviewDoubt {
  readonly id: 'region' | 'organisation';
  readonly title: string;
  readonly why: string;
}

/** Never a wall: whoever knows better hands in. What they said holds in the form is not asked again. */
export const doubtsOf = (work: Work): ReviewDoubt[] => {
  const { route, draft, keptName } = work;
  const place = asks(route, 'region') ? placeDoubt(work) : undefined;
  const typed = cleanLine(draft.organisation ?? '');
  const name = asks(route, 'organisation') && typed !== keptName ? nameDoubt(work) : undefined;
  return [
    ...(place ? [{ id: 'region' as const, title: place.title, why: place.why }] : []),
    ...(name ? [{ id: 'organisation' as const, title: name.title, why: name.why }] : []),
  ];
};
