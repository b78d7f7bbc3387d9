import { formatChina } from '../domain/calendar/china-time';
import type { Failure } from '../domain/errors';

/** The notice bar over older content. @param at epoch ms of what is shown */
export const sayStale = (failure: Failure, at: number): string =>
  `${failure.code === 'OFFLINE' ? '网络断了' : '没能更新'}，下面是 ${formatChina(at, 'HH:mm')} 的内容`;
