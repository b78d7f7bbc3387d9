import type { SentMessage } from '../../emulator/state';
import { shortTime } from './api';
import { openDialog } from './dialog';
import { h } from './dom';

const rows = (message: SentMessage): HTMLElement[] =>
  message.fields.map(({ label, value }) =>
    h('p', { class: 'message-row' }, h('span', {}, label), h('span', { class: 'message-value' }, value)),
  );

const card = (message: SentMessage, now: number, open: (page: string) => void): HTMLElement =>
  h(
    'button',
    { class: 'message', 'data-message': message.id, onClick: () => open(message.page) },
    h(
      'span',
      { class: 'message-head' },
      h('span', { class: 'message-source' }, h('i', {}), '微信服务通知'),
      h('span', { class: 'num' }, shortTime(message.sentAt, now)),
    ),
    h('span', { class: 'message-title' }, message.title),
    ...rows(message),
  );

/** The service notifications one phone has received: the newest in full, the rest behind a link. */
export const renderTray = (
  tray: HTMLElement,
  messages: readonly SentMessage[],
  now: number,
  { whenEmpty, open }: { whenEmpty: string; open(page: string): void },
): void => {
  const [newest, second] = messages;
  if (!newest) {
    tray.replaceChildren(h('p', { class: 'tray-empty' }, whenEmpty));
    return;
  }
  const showAll = () => {
    const dialog = openDialog(
      '微信服务通知',
      h(
        'div',
        { class: 'message-list' },
        ...messages.map((message) =>
          card(message, now, (page) => {
            dialog.close();
            open(page);
          }),
        ),
      ),
    );
  };
  tray.replaceChildren(
    card(newest, now, open),
    h(
      'p',
      { class: 'tray-older' },
      h(
        'span',
        { class: 'ellipsis' },
        second ? `${shortTime(second.sentAt, now)}　${second.title}` : '没有更早的',
      ),
      h('button', { class: 'link', onClick: showAll }, `全部 ${messages.length} 条`),
    ),
  );
};
