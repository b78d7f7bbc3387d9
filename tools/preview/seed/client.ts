import type { ActionName, FunctionName, Request, Response } from '../../../miniprogram/contract';
import type { Result } from '../../../miniprogram/domain/errors';
import type { TeacherDesk } from '../../roster/load-roster';

/** Calls the product as a phone does, for people who exist only on this machine. */
export class SeedClient {
  constructor(private readonly emulatorUrl: string) {}

  /** Throws when the product refuses: a seed that does not fit the product is a bug of the seed. */
  async call<F extends FunctionName, A extends ActionName<F>>(
    openid: string,
    name: F,
    action: A,
    payload: Request<F, A>,
  ): Promise<Response<F, A>> {
    const reply = await this.post('/client/callFunction', { name, data: { action, payload } }, openid);
    const { result } = reply as { result?: Result<Response<F, A>> };
    if (result?.ok) return result.data;
    throw new Error(`${name}.${action} for ${openid}: ${JSON.stringify(result ?? reply)}`);
  }

  /** Any event to any function, as it comes back. */
  async invoke(openid: string, name: string, data: unknown): Promise<unknown> {
    return this.post('/client/callFunction', { name, data }, openid);
  }

  async subscribe(openid: string, answers: Record<string, 'accept'>): Promise<void> {
    await this.post('/client/subscribe', { answers }, openid);
  }

  /** Answers the fileID. */
  async upload(openid: string, cloudPath: string, bytes: Uint8Array): Promise<string> {
    const url = `${this.emulatorUrl}/client/uploadFile?cloudPath=${encodeURIComponent(cloudPath)}`;
    const body = new Blob([new Uint8Array(bytes)]);
    const reply = await fetch(url, { method: 'POST', headers: { 'x-openid': openid }, body });
    const { fileID } = (await reply.json()) as { fileID: string };
    return fileID;
  }

  /** The product as one teacher's phone asks it. */
  deskOf(openid: string): TeacherDesk {
    return {
      call: (action, payload) => this.call(openid, 'teacher', action, payload),
      upload: (cloudPath, bytes) => this.upload(openid, cloudPath, bytes),
    };
  }

  async setClock(at: number): Promise<void> {
    await this.post('/control/clock', { at });
  }

  private async post(path: string, body: unknown, openid?: string): Promise<unknown> {
    const headers = { 'content-type': 'application/json', ...(openid ? { 'x-openid': openid } : {}) };
    const reply = await fetch(this.emulatorUrl + path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return reply.json();
  }
}
