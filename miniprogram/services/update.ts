/** A new version is loaded beside the running one; without a word it waits for the next cold start, days later. */
export const offerUpdate = (): void => {
  const manager = wx.getUpdateManager();
  manager.onUpdateReady(() => {
    wx.showModal({
      title: '有新版本了',
      content: '重新打开一下就换上新版本，填到一半的内容都还在。',
      confirmText: '现在换',
      cancelText: '先不换',
      success: ({ confirm }) => {
        if (confirm) manager.applyUpdate();
      },
    });
  });
};
