import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPreviewServer } from '../../../tools/preview/server';

/** Raw request: fetch would tidy the path and forbid the headers these tests need. */
const request = (url: string, target: string, headers: http.OutgoingHttpHeaders = {}) =>
  new Promise<{ status: number; body: string; headers: http.IncomingHttpHeaders }>((resolve, reject) => {
    const { port } = new URL(url);
    http
      .request({ host: '127.0.0.1', port, path: target, headers }, (reply) => {
        let body = '';
        reply.on('data', (chunk) => (body += String(chunk)));
        reply.on('end', () => resolve({ status: reply.statusCode ?? 0, body, headers: reply.headers }));
      })
      .on('error', reject)
      .end();
  });

describe('the preview server', () => {
  let folder: string;
  let emulator: http.Server;
  let server: { url: string; close(): Promise<void> };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'preview-server-'));
    await mkdir(path.join(folder, 'public'));
    await writeFile(path.join(folder, 'public/desk.html'), '<p>desk</p>');
    await writeFile(path.join(folder, 'secret.txt'), 'secret');
    emulator = http.createServer((incoming, response) => {
      response.end(`${incoming.method} ${incoming.url} ${incoming.headers['x-openid'] ?? ''}`);
    });
    await new Promise<void>((resolve) => emulator.listen(0, '127.0.0.1', resolve));
    server = await startPreviewServer({
      port: 0,
      emulatorUrl: `http://127.0.0.1:${(emulator.address() as AddressInfo).port}`,
      folders: [path.join(folder, 'public')],
      routes: {
        'GET /desk/people': (_request, response) => void response.end('people'),
        'GET /desk/broken': () => Promise.reject(new Error('not seeded')),
      },
    });
  });

  afterAll(async () => {
    await server.close();
    emulator.close();
    await rm(folder, { recursive: true });
  });

  it('serves the desk at the root', async () => {
    const { status, body, headers } = await request(server.url, '/');
    expect([status, body]).toEqual([200, '<p>desk</p>']);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('sends a file again only when it was built anew', async () => {
    const { headers } = await request(server.url, '/');
    const again = { 'if-none-match': headers.etag };
    expect(await request(server.url, '/', again)).toMatchObject({ status: 304, body: '' });
    await writeFile(path.join(folder, 'public/desk.html'), '<p>desk 2</p>');
    expect(await request(server.url, '/', again)).toMatchObject({ status: 200, body: '<p>desk 2</p>' });
    await writeFile(path.join(folder, 'public/desk.html'), '<p>desk</p>');
  });

  it('has a file kept only where nobody builds any more', async () => {
    expect((await request(server.url, '/')).headers['cache-control']).toBe('no-cache');
    const final = await startPreviewServer({
      port: 0,
      emulatorUrl: server.url,
      folders: [path.join(folder, 'public')],
      routes: {},
      isFinal: true,
    });
    expect((await request(final.url, '/')).headers['cache-control']).toMatch(/^max-age=/);
    await final.close();
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/missing.js'])(
    'has nothing at %s',
    async (target) => {
      expect(await request(server.url, target)).toMatchObject({ status: 404, body: '' });
    },
  );

  it.each(['/client/callFunction', '/control/clock?x=1', '/file/a.png'])('passes %s on', async (target) => {
    const { body } = await request(server.url, target, { 'x-openid': 'o-1' });
    expect(body).toBe(`GET ${target} o-1`);
  });

  it('answers its own routes and says why one failed', async () => {
    expect((await request(server.url, '/desk/people')).body).toBe('people');
    expect(await request(server.url, '/desk/broken')).toMatchObject({ status: 500, body: 'not seeded' });
  });

  it.each([
    ['a foreign origin', { origin: 'https://example.com' }],
    ['a rebound host name', { host: 'evil.example:8700' }],
  ])('refuses %s', async (_who, headers) => {
    expect((await request(server.url, '/control/clock', headers)).status).toBe(403);
  });
});
