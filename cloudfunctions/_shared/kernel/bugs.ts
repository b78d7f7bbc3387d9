/** What the log may say about an exception. Never the message: it may quote what was stored or typed. */
export const describeBug = (error: unknown): Record<string, string | number> => {
  const { name, errCode, stack } = (error ?? {}) as { name?: unknown; errCode?: unknown; stack?: unknown };
  const frames = String(stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  const place = frames
    .slice(0, 6)
    .map((line) => line.trim().replace(/\(.*\/(.+)\)$/, '($1)'))
    .join(' < ');
  return { name: String(name ?? typeof error), code: typeof errCode === 'number' ? errCode : 0, place };
};
