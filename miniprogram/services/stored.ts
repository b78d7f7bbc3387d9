/** What this phone has written itself, read back: an earlier release may have left something of another shape there. */

/** Null when nothing is there, or something without the part that every such thing has. */
export const readStored = <Kept extends object>(name: string, part: string & keyof Kept): Kept | null => {
  const stored: unknown = wx.getStorageSync(name);
  const isKept = (value: unknown): value is Kept =>
    typeof value === 'object' && value !== null && part in value;
  return isKept(stored) ? stored : null;
};
