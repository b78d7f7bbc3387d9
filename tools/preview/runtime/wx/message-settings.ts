/** WeChat's own page of settings, the part about messages: each template can be switched off and on. */
import type { RuntimeHost } from '../host';
import { element, openLayer, textButton } from './layer';
import { readItemSettings, readTemplates } from './subscribe';

/** Resolves when the person has closed it. */
export async function showMessageSettings(host: RuntimeHost): Promise<void> {
  const [templates, off] = await Promise.all([readTemplates().catch(() => []), readItemSettings(host)]);
  const box = element('div', 'mp-modal');
  box.setAttribute('aria-label', '订阅消息设置');
  box.append(element('h3', '', '订阅消息'));
  for (const { templateId, title } of templates) {
    const row = element('label', 'mp-setting', title);
    const field = document.createElement('input');
    field.type = 'checkbox';
    field.checked = off[templateId] === undefined;
    field.addEventListener('change', () => {
      void readItemSettings(host, { [templateId]: field.checked ? 'accept' : 'reject' });
    });
    row.append(field);
    box.append(row);
  }
  return new Promise((closed) => {
    const close = () => {
      layer.close();
      closed();
    };
    const layer = openLayer(host, box, { role: 'dialog', dismissed: close });
    const footer = element('footer');
    footer.append(textButton('完成', close));
    box.append(footer);
    layer.focus();
  });
}
