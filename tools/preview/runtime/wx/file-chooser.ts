/** The browser's file dialog in the place of WeChat's album and chat files. */
import { failure } from './async-api';

/**
 * The input stays in the document until it is answered, so that an automated browser can set its files.
 * Rejects with WeChat's `cancel`.
 */
export function chooseFiles(api: string, wanted: { accept: string; count: number }): Promise<File[]> {
  document.querySelector('input.mp-file')?.dispatchEvent(new Event('cancel'));
  const input = document.createElement('input');
  input.type = 'file';
  input.className = 'mp-file';
  input.accept = wanted.accept;
  input.multiple = wanted.count > 1;
  input.hidden = true;
  input.dataset.api = api;
  document.body.append(input);
  return new Promise((resolve, reject) => {
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])].slice(0, wanted.count);
      input.remove();
      resolve(files);
    });
    input.addEventListener('cancel', (event) => {
      // An automated browser cancels the dialog it cannot show; the input then waits for files or a made-up cancel.
      if (event.isTrusted && navigator.webdriver) return;
      input.remove();
      reject(failure(api, 'cancel'));
    });
    input.click();
  });
}
