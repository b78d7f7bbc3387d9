import { isJson, type Overlay } from '../../../miniprogram/domain/rules/overlay/edition';

interface StoredEdit {
  readonly path: string;
  readonly value?: unknown;
}

/** What a stored version, or a request, changes. A value nobody can write as JSON is left out: no place holds one. */
export const overlayIn = (edits: readonly StoredEdit[]): Overlay =>
  edits.flatMap(({ path, value }) => (isJson(value) ? [{ path, value }] : []));
