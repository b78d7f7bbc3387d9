/** The port of a command: asked for before anything is built. */
import { createServer, type AddressInfo } from 'node:net';
import { checkPortIsFree, portOf } from '../../../tools/command-line/port';
import { Mistyped } from '../../../tools/command-line/typed';

const listening = async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { port, close: () => new Promise((done) => server.close(done)) };
};

it('names another port where somebody listens already, and lets go of a free one', async () => {
  const { port, close } = await listening();
  const words = `端口 ${port} 已经有人用了，换一个：npm start -- --port ${port + 1}`;
  await expect(checkPortIsFree(port, 'npm start')).rejects.toEqual(new Mistyped(words));
  await close();
  await checkPortIsFree(port, 'npm start');
  await checkPortIsFree(port, 'npm start');
});

it('takes 0, which picks a free one, to 65535', () => {
  expect([portOf('0'), portOf('65535')]).toEqual([0, 65_535]);
  expect(() => portOf('65536')).toThrow(Mistyped);
  expect(() => portOf('abc')).toThrow(new Mistyped('--port 要是0 到 65535 的整数，不是 abc。'));
});
