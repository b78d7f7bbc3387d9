/** `wx.previewImage`: one picture over everything, with the others to its sides. */
import type { RuntimeHost } from '../host';
import { failure } from './async-api';
import { filesOf } from './file-store';
import { element, openLayer, textButton } from './layer';

/** `current` is a URL of the list or its index. */
export function previewImages(
  host: RuntimeHost,
  api: string,
  urls: readonly string[],
  current: unknown,
): void {
  if (urls.length === 0) throw failure(api, 'parameter error: parameter.urls should have at least 1 item');
  let index = typeof current === 'number' ? current : Math.max(0, urls.indexOf(String(current ?? urls[0])));
  const box = element('div', 'mp-picture');
  box.setAttribute('aria-label', '图片预览');
  const close = () => layer.close();
  const layer = openLayer(host, box, { role: 'dialog', dismissed: close });
  const picture = document.createElement('img');
  const count = element('div', 'mp-count');
  const show = (step: number) => {
    index = (index + step + urls.length) % urls.length;
    picture.src = filesOf(host).urlOf(urls[index]!);
    picture.alt = `第 ${index + 1} 张，共 ${urls.length} 张`;
    count.textContent = `${index + 1}/${urls.length}`;
  };
  const steps = element('nav');
  steps.append(
    textButton('上一张', () => show(-1)),
    textButton('下一张', () => show(1)),
  );
  const closer = textButton('关闭', close);
  picture.addEventListener('click', close);
  box.append(picture, count, ...(urls.length > 1 ? [steps] : []), closer);
  show(0);
  layer.focus();
}
