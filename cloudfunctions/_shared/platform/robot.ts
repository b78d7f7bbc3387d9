/** The group robot of 企业微信, reached over plain HTTP: it belongs to no mini-program. */
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import * as v from 'valibot';
import { ROBOT } from '../kernel/policy';
import type { Robot } from './ports';
import { robotOutcomeOf, UNKNOWN_CODE } from './send-outcome';

const answer = v.pipe(v.string(), v.parseJson(), v.object({ errcode: v.number() }));

/** 企业微信's code for a POST; `UNKNOWN_CODE` when there was no answer that says one. */
const post = (url: string, body: string, timeoutMs: number): Promise<number> =>
  new Promise((resolve) => {
    const open = url.startsWith('https:') ? httpsRequest : httpRequest;
    const request = open(
      url,
      { method: 'POST', headers: { 'content-type': 'application/json' } },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('error', () => resolve(UNKNOWN_CODE));
        reply.on('end', () => {
          const parsed = v.safeParse(answer, Buffer.concat(chunks).toString());
          resolve(parsed.success ? parsed.output.errcode : UNKNOWN_CODE);
        });
      },
    );
    request.setTimeout(timeoutMs, () => request.destroy());
    request.on('error', () => resolve(UNKNOWN_CODE));
    request.on('close', () => resolve(UNKNOWN_CODE));
    request.end(body);
  });

/** `host` is the address of 企业微信's API without a slash at its end. */
export const createRobot = (host: string, timeoutMs: number = ROBOT.timeoutMs): Robot => ({
  post: async (key, markdown) => {
    const url = `${host}/cgi-bin/webhook/send?key=${encodeURIComponent(key)}`;
    const body = JSON.stringify({ msgtype: 'markdown', markdown: { content: markdown } });
    return robotOutcomeOf(await post(url, body, timeoutMs));
  },
});
