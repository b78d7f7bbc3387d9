import { pagePath } from '../domain/reminding/pages';
import type { Explanation } from '../domain/words/why-led';

/** Signing in is offered and can always be declined: whoever does stays where they are. */
export const offerSignIn = ({ title, content }: Explanation): void => {
  const url = `/${pagePath('signIn', { then: 'back' })}`;
  void wx.showModal({
    title,
    content,
    confirmText: '去登录',
    cancelText: '暂不登录',
    success: ({ confirm }) => {
      if (confirm) void wx.navigateTo({ url });
    },
  });
};
