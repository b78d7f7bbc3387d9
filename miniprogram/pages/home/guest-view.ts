import type { Rulebook } from '../../domain/rules/rulebook';
import { flowOf } from '../../rulebooks/index';
import type { Welcome } from '../../asking/visitor';
import { toPickerView } from '../journey/picker-view';
import { visitorPath, type Path } from '../journey/path';

/** The first page of who has not signed in: whom it serves, then the first question itself. */
export interface GuestView {
  /** Empty while nobody has said which school this serves. */
  readonly serves: string;
  readonly questionId: string;
  readonly question: string;
  readonly options: readonly { readonly id: string; readonly label: string; readonly hint: string }[];
  readonly path: Path;
  /** What the school works in, by its name. */
  readonly system: string;
  readonly offices: readonly { readonly name: string; readonly where: string }[];
}

export const toGuestView = ({ school, offices }: Welcome, rulebook: Rulebook): GuestView => {
  const { question } = toPickerView(flowOf(rulebook, 'way-picker'), {}, 0, '');
  return {
    serves: school ? `仅供${school}毕业生团员使用` : '',
    questionId: question?.id ?? '',
    question: question?.question ?? '',
    options: question?.options ?? [],
    path: visitorPath(rulebook.system.name),
    system: rulebook.system.name,
    offices: offices.map(({ collegeName, place, hours }) => ({
      name: collegeName,
      where: [place, hours].filter(Boolean).join('，'),
    })),
  };
};
