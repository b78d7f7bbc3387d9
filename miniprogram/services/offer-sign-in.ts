import { pagePath } from '../domain/reminding/pages';

export interface SignInOffer {
  readonly title: string;
  readonly content: string;
}

/** Signing in is offered and can always be declined: whoever does stays where they are. */
export const offerSignIn = ({ title, content }: SignInOffer): void => {
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

/** For what belongs to each person by themselves. */
export const OWN_AFFAIRS: SignInOffer = {
  title: '登录以后才有内容',
  content: '这一页是每个人自己的。看怎么办不用登录，要办的时候再登录。',
};
