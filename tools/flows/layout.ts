/** Places boxes in columns by their distance from the start; edges over several columns get lanes of their own. */
import { BOX_WIDTH } from './box';
import type { Box } from './box';

const COLUMN_GAP = 110;
const ROW_GAP = 22;
const MARGIN = 24;
const SWEEPS = 12;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Placed {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly boxes: readonly Placed[];
  /** From the option's line to the middle of the target's left side, over the lanes between. */
  readonly edges: readonly (readonly Point[])[];
  readonly width: number;
  readonly height: number;
}

interface Slot {
  readonly key: string;
  readonly column: number;
  readonly height: number;
  readonly box?: Box;
  y: number;
}

interface Link {
  readonly from: Slot;
  /** px below the slot's top. */
  readonly port: number;
  readonly to: Slot;
}

const linksOf = (box: Box) =>
  box.lines.flatMap(({ next, y }, index) => (next === undefined ? [] : [{ next, y, index }]));

/** Longest distance from the start, so that every edge leads to the right. */
const columnsOf = (boxes: ReadonlyMap<string, Box>, start: string): Map<string, number> => {
  const columns = new Map<string, number>();
  const visit = (id: string, column: number): void => {
    if ((columns.get(id) ?? -1) >= column) return;
    columns.set(id, column);
    const box = boxes.get(id);
    if (box) for (const { next } of linksOf(box)) visit(next, column + 1);
  };
  visit(start, 0);
  return columns;
};

/** Slots for boxes and lanes, and the links between neighbouring columns. `chains` are whole edges. */
const graphOf = (boxes: ReadonlyMap<string, Box>, start: string) => {
  const columns = columnsOf(boxes, start);
  const slots = new Map<string, Slot>();
  for (const [id, box] of boxes) {
    slots.set(id, { key: id, column: columns.get(id) ?? 0, height: box.height, box, y: 0 });
  }
  const chains: Link[][] = [];
  for (const [id, box] of boxes) {
    for (const { next, y, index } of linksOf(box)) {
      const [source, target] = [slots.get(id), slots.get(next)];
      if (!source || !target) continue;
      const chain: Link[] = [];
      let [from, port] = [source, y];
      for (let column = source.column + 1; column < target.column; column += 1) {
        const lane: Slot = { key: `${id}>${next}#${index}@${column}`, column, height: 2, y: 0 };
        slots.set(lane.key, lane);
        chain.push({ from, port, to: lane });
        [from, port] = [lane, 1];
      }
      chains.push([...chain, { from, port, to: target }]);
    }
  }
  return { slots: [...slots.values()], chains };
};

/** Stacks a column around the middles its slots wish for. */
const stack = (column: Slot[], wishOf: (slot: Slot) => number): void => {
  const wishes = new Map(column.map((slot) => [slot, wishOf(slot)] as const));
  column.sort((a, b) => (wishes.get(a) ?? 0) - (wishes.get(b) ?? 0));
  let bottom = Number.NEGATIVE_INFINITY;
  for (const slot of column) {
    slot.y = Math.max((wishes.get(slot) ?? 0) - slot.height / 2, bottom + ROW_GAP);
    bottom = slot.y + slot.height;
  }
  const drift = column.reduce((sum, slot) => sum + slot.y + slot.height / 2 - (wishes.get(slot) ?? 0), 0);
  for (const slot of column) slot.y -= drift / column.length;
};

const mean = (values: readonly number[], fallback: number): number =>
  values.length === 0 ? fallback : values.reduce((sum, value) => sum + value, 0) / values.length;

const arrange = (slots: readonly Slot[], links: readonly Link[]): void => {
  const last = Math.max(...slots.map(({ column }) => column));
  const columnAt = (index: number) => slots.filter(({ column }) => column === index);
  const middle = (slot: Slot) => slot.y + slot.height / 2;
  const fromLeft = (slot: Slot) =>
    mean(
      links.filter(({ to }) => to === slot).map(({ from, port }) => from.y + port),
      middle(slot),
    );
  const fromRight = (slot: Slot) =>
    mean(
      links.filter(({ from }) => from === slot).map(({ to, port }) => middle(to) - port + slot.height / 2),
      middle(slot),
    );
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (let index = 0; index <= last; index += 1) stack(columnAt(index), fromLeft);
    if (sweep === SWEEPS - 1) return;
    for (let index = last; index >= 0; index -= 1) stack(columnAt(index), fromRight);
  }
};

export const layOut = (boxes: readonly Box[], start: string): Layout => {
  const { slots, chains } = graphOf(new Map(boxes.map((box) => [box.id, box])), start);
  arrange(slots, chains.flat());
  const top = Math.min(...slots.map(({ y }) => y)) - MARGIN;
  const xOf = (column: number): number => MARGIN + column * (BOX_WIDTH + COLUMN_GAP);
  const leave = ({ from, port }: Link): Point => ({
    x: xOf(from.column) + BOX_WIDTH,
    y: from.y + port - top,
  });
  const arrive = ({ to }: Link): Point => ({ x: xOf(to.column), y: to.y + to.height / 2 - top });
  // A link leaves where the lane before it ends, so only the way in is left to add.
  const edges = chains.map((chain) => chain.flatMap((link) => [leave(link), arrive(link)]));
  const placed = slots.flatMap(({ box, column, y }) => (box ? [{ box, x: xOf(column), y: y - top }] : []));
  return {
    boxes: placed,
    edges,
    width: Math.max(...placed.map(({ x }) => x)) + BOX_WIDTH + MARGIN,
    height: Math.max(...slots.map(({ y, height }) => y + height)) - top + MARGIN,
  };
};
