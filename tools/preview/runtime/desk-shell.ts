import type { PhoneShell } from './shell';

/** The frame the desk drew for this seat, or a bare one when the phone is opened alone. */
export function findShell(seat: string): PhoneShell {
  const { shells } = window.parent as Window & { shells?: Record<string, PhoneShell | undefined> };
  return shells?.[seat] ?? bareShell();
}

function bareShell(): PhoneShell {
  return {
    updateChrome: ({ title }) => void (document.title = title),
    askSubscription: (templates) =>
      Promise.resolve(Object.fromEntries(templates.map(({ templateId }) => [templateId, 'accept'] as const))),
    askPrivacy: () => Promise.resolve('agree'),
    reportError: ({ page, message, stack }) => console.error(`[${page}] ${stack ?? message}`),
    scanCode: () => Promise.resolve(window.prompt('二维码内容') ?? undefined),
    share: ({ title, path }) => console.info(`share: ${title} ${path}`),
  };
}
