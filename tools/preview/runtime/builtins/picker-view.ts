/** `<picker-view>` and its columns: wheels inside the page, one row per child of a column. */
import { builtin, builtinOf, closestBuiltin, type Builtin } from './define';
import type { BuiltinNode } from './node';

/** Px; WeChat's row when `indicator-style` gives no height. */
const DEFAULT_ROW = 34;
const SETTLE_MS = 80;

const pickerView = builtin({
  tag: 'picker-view',
  properties: {
    value: null as unknown,
    indicatorStyle: '',
    indicatorClass: '',
    maskStyle: '',
    maskClass: '',
    immediateChange: false,
    name: '',
  },
  setup(node) {
    const { props, element } = node;
    const columns = () => columnsOf(node as unknown as BuiltinNode);
    const rowHeight = () =>
      parseFloat(/height\s*:\s*([\d.]+)px/.exec(props.indicatorStyle)?.[1] ?? '') || DEFAULT_ROW;
    const place = () => {
      const values = Array.isArray(props.value) ? (props.value as unknown[]) : [];
      element.style.setProperty('--mp-row', `${rowHeight()}px`);
      columns().forEach((column, index) => moveTo(column.element, Number(values[index] ?? 0) * rowHeight()));
    };
    const indices = () => columns().map((column) => Math.round(column.element.scrollTop / rowHeight()));
    return {
      field: { value: () => props.value, reset: () => node.sync({ value: columns().map(() => 0) }) },
      attached: () => requestAnimationFrame(place),
      update: { 'value, indicatorStyle': () => requestAnimationFrame(place) },
      childChanged: () => {
        const value = indices();
        if (JSON.stringify(value) === JSON.stringify(props.value)) return;
        node.sync({ value });
        node.emit('change', { value });
      },
    };
  },
});

const moveTo = (element: HTMLElement, top: number): void => {
  if (Math.abs(element.scrollTop - top) >= 1) element.scrollTo({ top });
};

function columnsOf(view: BuiltinNode): BuiltinNode[] {
  return [...view.element.querySelectorAll('wx-picker-view-column')]
    .map((element) => builtinOf(view.host.componentOf(element))?.node)
    .filter((column): column is BuiltinNode => column !== undefined);
}

const pickerViewColumn = builtin({
  tag: 'picker-view-column',
  properties: {},
  setup(node) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const view = () => closestBuiltin(node as unknown as BuiltinNode, 'picker-view');
    node.element.addEventListener('scroll', () => {
      if (timer === undefined) view()?.node.emit('pickstart');
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = undefined;
        view()?.part.childChanged?.(node as unknown as BuiltinNode);
        view()?.node.emit('pickend');
      }, SETTLE_MS);
    });
    node.listen('tap', (event) => {
      const original = event.getOriginalEvent?.() as { target?: unknown } | undefined;
      const row = [...node.element.children].find(
        (child) => original?.target instanceof Node && child.contains(original.target),
      );
      const height = row?.getBoundingClientRect().height ?? 0;
      if (row)
        node.element.scrollTo({ top: [...node.element.children].indexOf(row) * height, behavior: 'smooth' });
    });
  },
});

export const pickerViews: readonly Builtin[] = [pickerView, pickerViewColumn];
