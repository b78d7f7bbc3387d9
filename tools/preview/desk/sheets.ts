import type { SubscriptionAnswer, SubscriptionTemplate } from '../runtime/shell';
import { h } from './dom';

const APP_NAME = '团关系转接助手';

/** Draws a sheet at the bottom of a phone's screen until the person answers. */
const ask = <T>(screen: HTMLElement, build: (answer: (value: T) => void) => HTMLElement): Promise<T> =>
  new Promise((resolve) => {
    const cover = h('div', { class: 'cover' });
    cover.append(
      build((value) => {
        cover.remove();
        resolve(value);
      }),
    );
    screen.append(cover);
  });

/** WeChat's subscription sheet: one tick per template, refused as a whole or allowed as ticked. */
export const askSubscription = (
  screen: HTMLElement,
  templates: readonly SubscriptionTemplate[],
): Promise<Record<string, SubscriptionAnswer>> =>
  ask(screen, (answer) => {
    const ticks = templates.map((template) => {
      const box = h('input', { type: 'checkbox', checked: true });
      return { template, box };
    });
    const answerAll = (decide: (box: HTMLInputElement) => SubscriptionAnswer) =>
      answer(Object.fromEntries(ticks.map(({ template, box }) => [template.templateId, decide(box)])));
    return h(
      'div',
      { class: 'sheet', role: 'dialog', 'aria-label': '订阅消息' },
      h('p', { class: 'sheet-from' }, `${APP_NAME} 申请`),
      h('h3', {}, '发送以下消息给你'),
      ...ticks.map(({ template, box }) =>
        h('label', { class: 'sheet-row' }, box, h('span', {}, template.title)),
      ),
      h('p', { class: 'sheet-hint' }, '每允许一次，可以收到一条。'),
      h(
        'div',
        { class: 'sheet-buttons' },
        h('button', { class: 'sheet-no', onClick: () => answerAll(() => 'reject') }, '拒绝'),
        h(
          'button',
          { class: 'sheet-yes', onClick: () => answerAll((box) => (box.checked ? 'accept' : 'reject')) },
          '允许',
        ),
      ),
    );
  });

/** WeChat's privacy sheet. */
export const askPrivacy = (screen: HTMLElement): Promise<'agree' | 'disagree'> =>
  ask(screen, (answer) =>
    h(
      'div',
      { class: 'sheet', role: 'dialog', 'aria-label': '隐私保护指引' },
      h('p', { class: 'sheet-from' }, APP_NAME),
      h('h3', {}, '用户隐私保护提示'),
      h('p', { class: 'sheet-hint' }, '使用前请阅读并同意《用户隐私保护指引》。'),
      h(
        'div',
        { class: 'sheet-buttons' },
        h('button', { class: 'sheet-no', onClick: () => answer('disagree') }, '拒绝'),
        h('button', { class: 'sheet-yes', onClick: () => answer('agree') }, '同意'),
      ),
    ),
  );

/** Stands for the camera: the person pastes what the code says. */
export const askScan = (screen: HTMLElement): Promise<string | undefined> =>
  ask(screen, (answer) => {
    const field = h('input', {
      class: 'sheet-input',
      placeholder: '二维码里的内容',
      'aria-label': '二维码里的内容',
    });
    return h(
      'div',
      { class: 'sheet', role: 'dialog', 'aria-label': '扫一扫' },
      h('h3', {}, '扫一扫'),
      field,
      h(
        'div',
        { class: 'sheet-buttons' },
        h('button', { class: 'sheet-no', onClick: () => answer(undefined) }, '取消'),
        h('button', { class: 'sheet-yes', onClick: () => answer(field.value.trim() || undefined) }, '确定'),
      ),
    );
  });
