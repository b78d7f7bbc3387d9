/** Our own drawings of WeChat's nine icons, used as masks; the colours are WeChat's. */
const disc = (cut: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill-rule="evenodd" d="M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22Z${cut}"/></svg>`;
const line = (path: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#000" stroke-width="2"><path d="${path}"/></svg>`;

const CHECK = 'M10 17.4l-5-5 1.5-1.5 3.5 3.5 7.5-7.5 1.5 1.5-9 9Z';
const BANG = 'M11 6h2v8h-2V6Zm0 10h2v2h-2v-2Z';
const CROSS =
  'M8.2 6.8l3.8 3.8 3.8-3.8 1.4 1.4-3.8 3.8 3.8 3.8-1.4 1.4-3.8-3.8-3.8 3.8-1.4-1.4 3.8-3.8-3.8-3.8 1.4-1.4Z';
const CLOCK = 'M11 6h2v6h5v2h-7V6Z';
const INFO = 'M11 10h2v8h-2v-8Zm0-4h2v2h-2V6Z';

export const ICON_PATHS: Readonly<Record<string, { svg: string; color: string }>> = {
  success: { svg: disc(CHECK), color: '#09BB07' },
  success_no_circle: { svg: line('m4 12.5 5.5 5.5L20 7'), color: '#09BB07' },
  info: { svg: disc(INFO), color: '#10AEFF' },
  warn: { svg: disc(BANG), color: '#F76260' },
  waiting: { svg: disc(CLOCK), color: '#10AEFF' },
  cancel: { svg: line('M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20ZM8 8l8 8M16 8l-8 8'), color: '#F43530' },
  download: {
    svg: line('M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20ZM12 6v10M8 12.5l4 4 4-4'),
    color: '#09BB07',
  },
  search: { svg: line('M10.5 3a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM16 16l5 5'), color: '#B2B2B2' },
  clear: { svg: disc(CROSS), color: '#B2B2B2' },
};
