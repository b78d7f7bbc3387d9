/** A message of something that was taken back after it had gone: it is not hidden, as WeChat may have shown it. */
import { pagePath } from '../pages';

interface Shown {
  readonly title: string;
  readonly text: string;
  readonly page: string;
}

export const corrected = ({ title }: Shown): Shown => ({
  title: `已更正：${title}`,
  text: '这条消息说的，后来更正了，不算数。现在到了哪一步，打开看看。',
  page: pagePath('track'),
});
