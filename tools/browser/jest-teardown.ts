import './jest-setup';

export default async function teardown(): Promise<void> {
  await globalThis.browserBroker?.close();
}
