/** WeChat's own privacy sheet, once; true when the person agreed or the client does not know the sheet. */
export const agreeToPrivacy = (): Promise<boolean> =>
  new Promise((resolve) => {
    if (typeof wx.requirePrivacyAuthorize !== 'function') return resolve(true);
    wx.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) });
  });

/** The full text of the privacy contract as filed with WeChat. */
export const openPrivacyContract = (): void => {
  if (typeof wx.openPrivacyContract === 'function') void wx.openPrivacyContract({});
};
