/** A folder for pictures that came along with a way, until the form takes it. */
interface Given {
  /** Whose pictures it is for. */
  readonly transferId: string;
  readonly folder: string;
}

let given: Given | null = null;

export const keepGivenFolder = (transferId: string, folder: string | undefined): void => {
  given = folder === undefined ? null : { transferId, folder };
};

/** Once: two sittings at the form must not put their pictures in one place. Empty where none is left. */
export const takeGivenFolder = (transferId: string): string => {
  const folder = given?.transferId === transferId ? given.folder : '';
  given = null;
  return folder;
};
