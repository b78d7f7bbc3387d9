import { FLOOR } from '../../wechat/floor';
import { CONDITION_NAMES, CONDITIONS, type Condition } from '../runtime/conditions';
import { LIBRARY } from '../runtime/launch-query';
import { openDialog } from './dialog';
import { h } from './dom';

/** What a phone is like: its version of WeChat, and what stands in its way. */
export interface Device {
  readonly library: string;
  readonly conditions: readonly Condition[];
}

export const NEW_PHONE: Device = { library: LIBRARY, conditions: [] };

const LIBRARIES: Readonly<Record<string, string>> = {
  [LIBRARY]: `新的微信（基础库 ${LIBRARY}）`,
  [FLOOR.library]: `最旧的微信（基础库 ${FLOOR.library}）`,
};

/** Lets whoever sits at the desk try what a phone refuses; the mini-program starts anew with it. */
export const chooseDevice = (device: Device, onChosen: (device: Device) => void): void => {
  const library = h(
    'select',
    { class: 'people-search', 'aria-label': '微信版本' },
    ...Object.entries(LIBRARIES).map(([version, label]) => h('option', { value: version }, label)),
  );
  library.value = device.library;
  const boxes = CONDITION_NAMES.map((name) => ({ name, box: h('input', { type: 'checkbox', value: name }) }));
  for (const { name, box } of boxes) box.checked = device.conditions.includes(name);
  const use = () => {
    dialog.close();
    const conditions = boxes.flatMap(({ name, box }) => (box.checked ? [name] : []));
    onChosen({ library: library.value, conditions });
  };
  const rows = boxes.map(({ name, box }) => h('label', { class: 'device-row' }, CONDITIONS[name], box));
  const done = h('button', { class: 'dialog-main', onClick: use }, '换上，重新打开');
  const dialog = openDialog('这部手机的状况', library, ...rows, done);
};
