/** Group robots of 企业微信: any key is a robot, and each may post twenty times a minute. */
import * as v from 'valibot';
import type { Faults } from '../control/faults';
import { countRequest } from '../counters';
import { json, parseObject, type Answer, type Exchange, type Route } from '../exchange';
import type { CallCounters, Clock, RobotPost } from '../types';

export interface Robots {
  /** 企业微信's answer to a post. */
  post(key: string, body: unknown): { readonly errcode: number; readonly errmsg: string };
  /** Newest first; of every robot without `key`. */
  posts(key?: string): RobotPost[];
  reset(): void;
}

const POSTS_PER_MINUTE = 20;
const MINUTE_MS = 60_000;
const MAX_MARKDOWN_BYTES = 4096;
const BODY_LIMIT_BYTES = 64 * 1024;

const PostSchema = v.variant('msgtype', [
  v.object({ msgtype: v.literal('markdown'), markdown: v.object({ content: v.string() }) }),
  v.object({ msgtype: v.literal('text'), text: v.object({ content: v.string() }) }),
]);

/** `onPost` hears of what robots wrote. */
export function openRobots(clock: Clock, onPost: (post: RobotPost) => void = () => undefined): Robots {
  const posts: RobotPost[] = [];
  const refuse = (errcode: number, errmsg: string) => ({ errcode, errmsg });
  return {
    post(key, body) {
      if (key === '') return refuse(93000, 'invalid webhook url');
      const parsed = v.safeParse(PostSchema, body);
      if (!parsed.success) return refuse(40008, 'invalid message type');
      const { output } = parsed;
      const content = output.msgtype === 'markdown' ? output.markdown.content : output.text.content;
      const bytes = Buffer.byteLength(content);
      if (bytes === 0) return refuse(44004, 'text content empty');
      if (bytes > MAX_MARKDOWN_BYTES) return refuse(40058, 'markdown.content exceed max length 4096');
      const now = clock.now();
      const recent = posts.filter((post) => post.key === key && Math.abs(now - post.sentAt) < MINUTE_MS);
      if (recent.length >= POSTS_PER_MINUTE) return refuse(45009, 'api freq out of limit');
      const post = { id: String(posts.length + 1), key, content, sentAt: now };
      posts.push(post);
      onPost(post);
      return refuse(0, 'ok');
    },
    posts: (key) => posts.filter((post) => key === undefined || post.key === key).reverse(),
    reset: () => void posts.splice(0),
  };
}

export function wecomRoutes(
  robots: Robots,
  { faults, counters }: { faults: Faults; counters: CallCounters },
): Route[] {
  async function send(exchange: Exchange): Promise<Answer> {
    const key = exchange.url.searchParams.get('key') ?? '';
    const body = parseObject((await exchange.read(BODY_LIMIT_BYTES)).toString());
    countRequest(counters, 'wecom.send');
    const refusal = (code: string | number, message: string): Answer =>
      json({ errcode: typeof code === 'number' ? code : -1, errmsg: message });
    return faults.around('wecom.send', { key, ...body }, refusal, async () => json(robots.post(key, body)));
  }
  return [
    { method: 'POST', path: '/wecom/send', handle: send },
    // The path behind the real host.
    { method: 'POST', path: '/wecom/cgi-bin/webhook/send', handle: send },
    {
      method: 'GET',
      path: '/control/wecom',
      handle: ({ url }) => json({ posts: robots.posts(url.searchParams.get('key') ?? undefined) }),
    },
  ];
}
