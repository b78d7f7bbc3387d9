/** Every channel by name. A name without its folder does not compile. */
import type { NoticeChannel } from '../../../../miniprogram/domain/reminding/kinds';
import type { Channel } from './channel';
import { inbox } from './inbox';
import { subscribe } from './subscribe';
import { wecom } from './wecom';

export const CHANNELS: Readonly<Record<NoticeChannel, Channel>> = { subscribe, inbox, wecom };
