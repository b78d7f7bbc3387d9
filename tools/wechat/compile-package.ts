/** `compile-package.ts PROJECT OUT`: compiles what was built there as an upload would, without a network; sizes go to OUT. */
import { generateKeyPairSync } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { CI_IGNORES, CI_SETTING, loadWechatCi } from '../deploy/mini-program/uploader';

/** WeChat's limits as it states them for an ordinary account, in MB and counts. */
const ACCOUNT = {
  platform: false,
  appType: 0,
  isSandbox: false,
  released: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 30,
    NavigateMiniprogramLimit: 10,
    MaxSubPackageLimit: 100,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxCustomTabbarCount: 5,
    MaxTabbarIconSize: 40,
  },
};

/** Nothing is signed here; the library only insists on a key. */
const anyKey = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;

const main = async (projectPath: string, out: string): Promise<void> => {
  const ci = await loadWechatCi();
  const project = new ci.Project({
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath,
    privateKey: anyKey(),
    ignores: CI_IGNORES,
    attr: () => Promise.resolve(ACCOUNT),
  });
  const options = {
    project,
    version: '0.0.0',
    desc: '',
    setting: CI_SETTING,
    onProgressUpdate: () => undefined,
  };
  const zip = `${out}.zip`;
  const files = await ci.getCompiledResult(options, zip);
  await rm(zip, { force: true });
  const sizes = Object.entries(files).map(([file, content]) => [file, Buffer.byteLength(content)]);
  await writeFile(out, JSON.stringify(Object.fromEntries(sizes)));
};

main(process.argv[2] ?? '', process.argv[3] ?? '').then(
  // The library's workers would keep the process alive.
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
