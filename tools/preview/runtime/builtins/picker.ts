/** `<picker>`: a tap opens the sheet of its mode; the answer comes as `change` or `cancel`. */
import { builtin, type Builtin } from './define';
import type { BuiltinNode } from './node';
import { openPickerSheet, type PickerSheet } from './picker-sheet';
import { dateColumns, timeColumns, type DateFields, type ValueColumns } from './picker-time';
import { depthOf, findRegion, loadRegions, walkRegions, type Region } from './regions';

const properties = {
  mode: 'selector',
  range: null as unknown,
  rangeKey: '',
  value: null as unknown,
  start: '',
  end: '',
  fields: 'day',
  level: 'region',
  customItem: '',
  disabled: false,
  name: '',
  headerText: '',
};

type PickerNode = BuiltinNode<typeof properties>;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const labelOf = (item: unknown, key: string): string =>
  String(
    key && typeof item === 'object' && item ? ((item as Record<string, unknown>)[key] ?? '') : (item ?? ''),
  );
const sheets = new WeakMap<object, PickerSheet>();

function open(node: PickerNode, source: Parameters<typeof openPickerSheet>[1]): PickerSheet {
  const sheet = openPickerSheet(node.host.layer, source);
  sheets.set(node.component, sheet);
  return sheet;
}

async function pickSelector(node: PickerNode): Promise<unknown> {
  const { props } = node;
  const answer = await open(node, {
    columns: () => [listOf(props.range).map((item) => labelOf(item, props.rangeKey))],
    start: [Number(props.value ?? 0) || 0],
    title: props.headerText,
  }).answer;
  // WeChat hands the index out as text in selector mode.
  return answer && { value: String(answer[0] ?? 0) };
}

async function pickMulti(node: PickerNode): Promise<unknown> {
  const { props } = node;
  const columns = () =>
    listOf(props.range).map((column) => listOf(column).map((item) => labelOf(item, props.rangeKey)));
  const sheet = open(node, {
    columns,
    start: listOf(props.value).map(Number),
    title: props.headerText,
    moved: (column, value) => {
      node.emit('columnchange', { column, value });
      // The page answers with setData({ range, value }), now or after a request.
      redraws.set(node.component, () => sheet.redraw(listOf(props.value).map(Number)));
    },
  });
  const answer = await sheet.answer;
  redraws.delete(node.component);
  return answer && { value: answer };
}

const redraws = new WeakMap<object, () => void>();

async function pickValue(node: PickerNode, columns: ValueColumns): Promise<unknown> {
  const answer = await open(node, {
    columns: columns.columns,
    start: columns.indexOf(String(node.props.value ?? '')),
    title: node.props.headerText,
  }).answer;
  return answer && { value: columns.valueOf(answer) };
}

/** China's calendar day, whatever the machine's zone. */
function today(now: number): readonly [number, number, number] {
  const china = new Date(now + 8 * 3_600_000);
  return [china.getUTCFullYear(), china.getUTCMonth() + 1, china.getUTCDate()];
}

/** `customItem` stands as a first row of every column and ends the choice there. */
function withCustomItem(regions: readonly Region[], item: string, depth: number): readonly Region[] {
  if (!item || depth === 0) return regions;
  return [
    ['', item],
    ...regions.map((region): Region => [
      region[0],
      region[1],
      withCustomItem(region[2] ?? [], item, depth - 1),
    ]),
  ];
}

async function pickRegion(node: PickerNode): Promise<unknown> {
  const { props } = node;
  const depth = depthOf(props.level, node.host.library);
  const regions = withCustomItem(await loadRegions(), props.customItem, depth);
  const answer = await open(node, {
    columns: (chosen) =>
      walkRegions(regions, chosen, depth).map(({ list }) => list.map((region) => region[1])),
    start: findRegion(regions, listOf(props.value).map(String)),
    title: props.headerText,
  }).answer;
  if (!answer) return undefined;
  const path = walkRegions(regions, answer, depth).map(({ region }) => region);
  return {
    value: path.map((region) => region[1]),
    code: path.map((region) => region[0]).filter(Boolean),
    postcode: '',
  };
}

const MODES: Readonly<Record<string, (node: PickerNode) => Promise<unknown>>> = {
  selector: pickSelector,
  multiSelector: pickMulti,
  time: (node) => pickValue(node, timeColumns(node.props.start, node.props.end)),
  date: (node) => {
    const { start, end, fields, host } = {
      ...node,
      start: node.props.start,
      end: node.props.end,
      fields: node.props.fields,
    };
    return pickValue(node, dateColumns(start, end, fields as DateFields, today(host.now())));
  },
  region: pickRegion,
};

async function pick(node: PickerNode): Promise<void> {
  const run = MODES[node.props.mode];
  if (!run) throw new Error(`<picker mode="${node.props.mode}"> does not exist`);
  const detail = await run(node);
  if (!detail) return node.emit('cancel');
  node.sync({ value: (detail as { value: unknown }).value });
  node.emit('change', detail);
}

export const picker: Builtin = builtin({
  tag: 'picker',
  properties,
  setup(node) {
    let busy = false;
    const tap = () => {
      if (node.props.disabled || busy) return;
      busy = true;
      pick(node)
        .catch(node.host.reportError)
        .finally(() => {
          busy = false;
        });
    };
    node.listen('tap', tap);
    return {
      activate: tap,
      // The page may close below the sheet.
      detached: () => sheets.get(node.component)?.close(),
      field: { value: () => node.props.value, reset: () => node.sync({ value: null }) },
      update: { 'range, value': () => redraws.get(node.component)?.() },
    };
  },
});
