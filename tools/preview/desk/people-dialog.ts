import type { SeatPerson } from './api';
import { openDialog } from './dialog';
import { h } from './dom';

/** Lets the person at the desk choose whose phone this is; a few letters of the name narrow the list. */
export const choosePerson = (
  title: string,
  people: readonly SeatPerson[],
  onChosen: (person: SeatPerson) => void,
): void => {
  const list = h('div', { class: 'people' });
  const search = h('input', {
    class: 'people-search',
    placeholder: '找一个人',
    'aria-label': '找一个人',
    onInput: () => fill(),
  });
  const dialog = openDialog(title, search, list);
  const row = (person: SeatPerson): HTMLElement =>
    h(
      'button',
      {
        class: 'person',
        onClick: () => {
          dialog.close();
          onChosen(person);
        },
      },
      h('span', {}, h('b', {}, person.name), h('span', { class: 'person-place' }, person.place)),
      h('span', { class: 'person-state' }, person.signIn ? '还没登录' : ''),
    );
  const fill = () => {
    const wanted = search.value.trim();
    list.replaceChildren(...people.filter(({ name }) => name.includes(wanted)).map(row));
  };
  fill();
};
