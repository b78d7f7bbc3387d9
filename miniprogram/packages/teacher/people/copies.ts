/** What of somebody is typed into the system: each to be copied on its own. */
interface Copy {
  readonly label: string;
  readonly text: string;
}

export const copiesOf = (
  name: string,
  studentNumber: string | undefined,
  organisation: string | null | undefined,
): readonly Copy[] => [
  { label: '姓名', text: name },
  ...(studentNumber ? [{ label: '学号', text: studentNumber }] : []),
  ...(organisation ? [{ label: '组织', text: organisation }] : []),
];
