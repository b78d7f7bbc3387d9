/** What stands there before anything has come, with the type of what will come. */
export const nothing = <T>(): T | null => null;
export const none = <T>(): T[] => [];
