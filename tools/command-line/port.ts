/** The port that a command listens at. */
import { createServer } from 'node:net';
import { Mistyped, wholeNumber } from './typed';

/** 0 picks a free one. @throws Mistyped */
export const portOf = (typed: string): number => wholeNumber('port', typed, { least: 0, most: 65_535 });

/** Asked before anything is built, which takes long. @throws Mistyped when somebody else listens there */
export const checkPortIsFree = (port: number, command: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      const other = port < 65_535 ? port + 1 : port - 1;
      const taken = `端口 ${port} 已经有人用了，换一个：${command} -- --port ${other}`;
      reject(new Mistyped(code === 'EADDRINUSE' ? taken : `端口 ${port} 用不了：${message}`));
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
