/** What every service of the stand-in answers with. */
export type Request = Readonly<Record<string, unknown>>;
export type Answer = Record<string, unknown>;

/** Answered as Tencent Cloud documents it for every API: `{ Error: { Code, Message }, RequestId }`. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export type Actions = Readonly<Record<string, (request: Request) => Answer | Promise<Answer>>>;
