/** Files the mini-program makes itself, handed on to a chat: WeChat opens no plain text, but any chat takes it. */

/**
 * Writes a text file and lets the person send it to a chat, e.g. 文件传输助手. Call it straight in a tap handler:
 * WeChat shares only during one.
 * @returns false when the phone could not; turning back from the list of chats is no failure
 */
export const shareText = (fileName: string, text: string): Promise<boolean> => {
  const filePath = `${wx.env.USER_DATA_PATH}/${fileName}`;
  try {
    wx.getFileSystemManager().writeFileSync(filePath, text, 'utf8');
  } catch {
    return Promise.resolve(false);
  }
  return new Promise((resolve) => {
    wx.shareFileMessage({
      filePath,
      fileName,
      success: () => resolve(true),
      fail: ({ errMsg }) => resolve(/cancel/.test(errMsg)),
    });
  });
};
