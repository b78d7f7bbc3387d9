import { openServer } from '../../../tools/emulator/server';

it('lets go of what hangs, and answers others all the while', async () => {
  const server = await openServer(
    0,
    [
      { method: 'GET', path: '/hang', handle: () => ({ kind: 'hang' }) },
      { method: 'GET', path: '/fine', handle: () => ({ kind: 'json', body: { fine: true } }) },
    ],
    () => undefined,
  );
  try {
    const hung = fetch(`${server.url}/hang`);
    expect(await (await fetch(`${server.url}/fine`)).json()).toEqual({ fine: true });
    server.letGo();
    await expect(hung).rejects.toThrow();
    expect(await (await fetch(`${server.url}/fine`)).json()).toEqual({ fine: true });
  } finally {
    await server.close();
  }
});
