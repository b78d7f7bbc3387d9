/** The sheet WeChat slides up for `<picker>`: one wheel per column, 取消 and 确定. */
import { createWheel, type Wheel } from './wheel';

export interface PickerColumns {
  /** Rows of every column for the chosen indices; a column may depend on those before it. */
  columns(chosen: readonly number[]): readonly (readonly string[])[];
  start: readonly number[];
  title: string;
  /** A wheel came to rest on another row. */
  moved?(column: number, index: number): void;
}

export interface PickerSheet {
  /** The chosen indices; undefined when the person cancelled. */
  answer: Promise<number[] | undefined>;
  /** Draws the columns again, after the page changed them from `columnchange`. */
  redraw(chosen?: readonly number[]): void;
  close(): void;
}

const COLUMN_NAMES = ['第一列', '第二列', '第三列', '第四列', '第五列'];

function button(text: string, run: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', run);
  return element;
}

class Columns {
  readonly element = document.createElement('div');
  private wheels: Wheel[] = [];

  constructor(private readonly source: PickerColumns) {
    this.element.className = 'mp-wheels';
    this.draw(source.start);
  }

  chosen(): number[] {
    return this.wheels.map((wheel) => wheel.index());
  }

  draw(chosen: readonly number[], from = 0): void {
    const lists = this.source.columns(chosen);
    while (this.wheels.length > lists.length) this.wheels.pop()?.element.remove();
    lists.forEach((labels, column) => {
      const wheel = this.wheels[column] ?? this.add(column);
      if (column >= from) wheel.fill(labels, chosen[column] ?? 0);
    });
  }

  private add(column: number): Wheel {
    const wheel = createWheel(COLUMN_NAMES[column] ?? `第 ${column + 1} 列`, (index) => {
      this.source.moved?.(column, index);
      // Columns to the right start over, as in WeChat.
      this.draw(
        this.chosen().map((value, at) => (at > column ? 0 : value)),
        column + 1,
      );
    });
    this.wheels.push(wheel);
    this.element.append(wheel.element);
    return wheel;
  }
}

export function openPickerSheet(layer: HTMLElement, source: PickerColumns): PickerSheet {
  const mask = document.createElement('div');
  mask.className = 'mp-mask';
  const sheet = document.createElement('div');
  sheet.className = 'mp-sheet mp-picker';
  sheet.setAttribute('role', 'dialog');
  sheet.setAttribute('aria-modal', 'true');
  sheet.setAttribute('aria-label', source.title || '选择器');
  let finish: (answer: number[] | undefined) => void = () => undefined;
  const answer = new Promise<number[] | undefined>((resolve) => {
    finish = (value) => {
      mask.remove();
      resolve(value);
    };
  });
  const columns = new Columns(source);
  const bar = document.createElement('div');
  bar.className = 'mp-bar';
  const title = document.createElement('span');
  title.textContent = source.title;
  bar.append(
    button('取消', () => finish(undefined)),
    title,
    button('确定', () => finish(columns.chosen())),
  );
  sheet.append(bar, columns.element);
  mask.append(sheet);
  mask.addEventListener('click', (event) => event.target === mask && finish(undefined));
  layer.append(mask);
  columns.draw(source.start);
  return {
    answer,
    redraw: (chosen = columns.chosen()) => columns.draw(chosen),
    close: () => finish(undefined),
  };
}
