/** One column of a picker: a snapping list that mouse wheel, finger, click and keyboard move. */

/** Px; WeChat's rows are this tall. */
const ROW_HEIGHT = 48;
/** Rows above and below the chosen one. */
const MARGIN_ROWS = 2;
/** A scroll has ended when nothing moved for this long. */
const SETTLE_MS = 80;

export interface Wheel {
  readonly element: HTMLElement;
  index(): number;
  /** Replaces the rows; the chosen index is kept inside the new list. */
  fill(labels: readonly string[], index: number): void;
}

function row(label: string, index: number): HTMLElement {
  const option = document.createElement('div');
  option.className = 'mp-wheel-row';
  option.setAttribute('role', 'option');
  option.dataset.index = `${index}`;
  option.textContent = label;
  return option;
}

export function createWheel(label: string, changed: (index: number) => void): Wheel {
  const element = document.createElement('div');
  element.className = 'mp-wheel';
  element.tabIndex = 0;
  element.setAttribute('role', 'listbox');
  element.setAttribute('aria-label', label);
  let chosen = 0;
  let rows: HTMLElement[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const mark = () =>
    rows.forEach((option, index) => option.setAttribute('aria-selected', `${index === chosen}`));
  const choose = (index: number, scroll: boolean) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    if (scroll) element.scrollTo({ top: next * ROW_HEIGHT });
    if (next === chosen) return;
    chosen = next;
    mark();
    changed(next);
  };
  const settle = (): void => {
    // Closed meanwhile, it stands nowhere and would read as its first row.
    if (element.isConnected) choose(Math.round(element.scrollTop / ROW_HEIGHT), false);
  };
  element.addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(settle, SETTLE_MS);
  });
  element.addEventListener('click', (event) => {
    const index = (event.target as HTMLElement).dataset.index;
    if (index !== undefined) choose(Number(index), true);
  });
  element.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    choose(chosen + step, true);
  });
  return {
    element,
    index: () => chosen,
    fill(labels, index) {
      rows = labels.map(row);
      const space = document.createElement('div');
      space.style.height = `${MARGIN_ROWS * ROW_HEIGHT}px`;
      element.replaceChildren(space, ...rows, space.cloneNode());
      chosen = Math.max(0, Math.min(rows.length - 1, index));
      mark();
      // Not laid out before it stands in the document.
      element.scrollTop = chosen * ROW_HEIGHT;
      requestAnimationFrame(() => element.scrollTo({ top: chosen * ROW_HEIGHT }));
    },
  };
}
