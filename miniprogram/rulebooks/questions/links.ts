/** Where answers lead, and whom they name, most often. */
import type { AnswerLink } from '../../domain/rules/questions';

export const PICK_WAY: AnswerLink = { label: '去选去向', page: 'wayPicker' };
export const LOGIN_HELP: AnswerLink = { label: '打开登录帮助', page: 'loginHelp' };
export const TRACK: AnswerLink = { label: '去看进度', page: 'track' };
export const CARD: AnswerLink = { label: '看《团员证》怎么办', page: 'card' };

export const ASK_COLLEGE = '问学院团委老师';
export const ASK_SECRETARY_FIRST = '先问团支书，再问学院团委老师';
