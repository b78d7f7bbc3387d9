import { desk, shortTime, type RobotPost } from './api';
import { openDialog } from './dialog';
import { h } from './dom';
import { linesOf } from './markdown';

/** Robots of several colleges are told apart by the end of their key. */
const KEY_END = 4;

const bubble = ({ id, key, content, sentAt }: RobotPost, now: number): HTMLElement =>
  h(
    'div',
    { class: 'chat-post', 'data-post': id },
    h('span', { class: 'chat-avatar', 'aria-hidden': 'true' }, '机'),
    h(
      'div',
      { class: 'chat-said' },
      h(
        'p',
        { class: 'chat-who' },
        `群机器人 …${key.slice(-KEY_END)}`,
        h('span', { class: 'num' }, shortTime(sentAt, now)),
      ),
      h(
        'div',
        { class: 'chat-bubble' },
        ...linesOf(content).map(({ isQuoted, parts }) =>
          h(
            'p',
            { class: isQuoted ? 'chat-quote' : 'chat-line' },
            ...parts.map(({ text, isBold }) => (isBold ? h('b', {}, text) : text)),
          ),
        ),
      ),
    ),
  );

/** What the colleges' robots wrote to their groups of 企业微信: a link beside the teacher's phone, the chat behind it. */
export class GroupChat {
  readonly element = h('button', { class: 'link', hidden: true, onClick: () => this.show() });
  /** Newest first. */
  private posts: readonly RobotPost[] = [];
  private readonly list = h('div', { class: 'chat' });

  constructor(private readonly now: () => number) {}

  async refresh(): Promise<void> {
    ({ posts: this.posts } = await desk.posts());
    this.element.hidden = this.posts.length === 0;
    this.element.textContent = `企业微信群 ${this.posts.length} 条`;
    this.list.replaceChildren(...this.posts.map((post) => bubble(post, this.now())).reverse());
  }

  /** The newest stands at the bottom, as in every chat. */
  private show(): void {
    openDialog('企业微信群', this.list);
    this.list.lastElementChild?.scrollIntoView();
  }
}
