/** Toasts, modals and action sheets, drawn above the pages. */
import type { RuntimeHost } from '../host';
import { asyncApis, failure, type Options } from './async-api';
import { element, openLayer, textButton } from './layer';

const SIGNS: Readonly<Record<string, string>> = { success: '✓', error: '✕' };
const DEFAULT_TOAST_MS = 1500;

class Toast {
  private drawn: HTMLElement[] = [];
  private timer?: ReturnType<typeof setTimeout>;
  private kind: 'toast' | 'loading' | undefined;

  constructor(private readonly host: RuntimeHost) {}

  show(options: Options, kind: 'toast' | 'loading'): void {
    this.remove();
    this.kind = kind;
    const icon = kind === 'loading' ? 'loading' : String(options.icon ?? 'success');
    const box = element('div', 'mp-toast');
    box.setAttribute('role', icon === 'error' ? 'alert' : 'status');
    const sign = element('span', 'mp-sign', SIGNS[icon]);
    sign.setAttribute('aria-hidden', 'true');
    sign.toggleAttribute('loading', icon === 'loading');
    box.append(...(icon === 'none' ? [] : [sign]), element('p', '', String(options.title ?? '')));
    this.drawn = [...(options.mask ? [element('div', 'mp-toast-mask')] : []), box];
    this.host.layer.append(...this.drawn);
    if (kind === 'toast')
      this.timer = setTimeout(() => this.remove(), Number(options.duration ?? DEFAULT_TOAST_MS));
  }

  /** WeChat shares one place among both: hiding either hides what is shown. */
  hide(): void {
    this.remove();
  }

  get isLoading(): boolean {
    return this.kind === 'loading';
  }

  private remove(): void {
    clearTimeout(this.timer);
    for (const item of this.drawn) item.remove();
    this.drawn = [];
    this.kind = undefined;
  }
}

function showModal(host: RuntimeHost, options: Options): Promise<object> {
  return new Promise((resolve) => {
    const box = element('div', 'mp-modal');
    box.setAttribute('aria-label', String(options.title ?? options.content ?? ''));
    const layer = openLayer(host, box, { role: 'alertdialog' });
    const input = document.createElement('textarea');
    input.rows = 3;
    input.placeholder = String(options.placeholderText ?? '');
    input.value = String(options.content ?? '');
    const answer = (confirm: boolean) => {
      layer.close();
      resolve({ confirm, cancel: !confirm, content: confirm && options.editable ? input.value : null });
    };
    const cancel = textButton(String(options.cancelText ?? '取消'), () => host.runAsTap(() => answer(false)));
    const confirm = textButton(String(options.confirmText ?? '确定'), () =>
      host.runAsTap(() => answer(true)),
    );
    cancel.style.color = String(options.cancelColor ?? '');
    confirm.style.color = String(options.confirmColor ?? 'var(--mp-link)');
    const footer = element('footer');
    footer.append(...(options.showCancel === false ? [] : [cancel]), confirm);
    if (options.title) box.append(element('h3', '', String(options.title)));
    if (options.editable) box.append(input);
    else if (options.content) box.append(element('p', '', String(options.content)));
    box.append(footer);
    layer.focus();
  });
}

function showActionSheet(host: RuntimeHost, options: Options): Promise<object> {
  const items = Array.isArray(options.itemList) ? options.itemList.map(String) : [];
  if (items.length === 0 || items.length > 6) {
    throw failure('showActionSheet', 'parameter error: itemList should have 1 to 6 items', { errCode: 1001 });
  }
  return new Promise((resolve, reject) => {
    const box = element('div', 'mp-sheet mp-actions');
    box.setAttribute('aria-label', String(options.alertText ?? '操作'));
    const cancel = () => {
      layer.close();
      reject(failure('showActionSheet', 'cancel'));
    };
    const layer = openLayer(host, box, { role: 'dialog', dismissed: cancel });
    if (options.alertText) box.append(element('p', '', String(options.alertText)));
    const color = String(options.itemColor ?? '');
    items.forEach((text, tapIndex) => {
      const item = textButton(text, () => {
        layer.close();
        host.runAsTap(() => resolve({ tapIndex }));
      });
      item.style.color = color;
      box.append(item);
    });
    box.append(textButton('取消', cancel));
    layer.focus();
  });
}

/** A toast of WeChat's own, as `wx.setClipboardData` shows one. */
export type ShowToast = (title: string) => void;

export function createFeedbackApis(host: RuntimeHost): {
  apis: Record<string, unknown>;
  showToast: ShowToast;
} {
  const toast = new Toast(host);
  const apis = asyncApis({
    showToast: (options) => toast.show(options, 'toast'),
    hideToast: () => toast.hide(),
    showLoading: (options) => toast.show(options, 'loading'),
    hideLoading: () => {
      if (!toast.isLoading) throw failure('hideLoading', "toast can't be found");
      toast.hide();
    },
    showModal: (options) => showModal(host, options),
    showActionSheet: (options) => showActionSheet(host, options),
    enableAlertBeforeUnload: () => undefined,
    disableAlertBeforeUnload: () => undefined,
  });
  return { apis, showToast: (title) => toast.show({ title }, 'toast') };
}
