import { h, icon } from './dom';

/** A modal dialog over the desk; closes on the cross, on Escape and on a click outside. */
export const openDialog = (title: string, ...content: (Node | string)[]): HTMLDialogElement => {
  const dialog = h('dialog', { class: 'dialog', 'aria-label': title });
  const close = () => {
    dialog.close();
    dialog.remove();
  };
  dialog.append(
    h(
      'header',
      { class: 'dialog-head' },
      h('h2', {}, title),
      h('button', { class: 'plain', 'aria-label': '关闭', onClick: close }, icon('close')),
    ),
    ...content,
  );
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
};
