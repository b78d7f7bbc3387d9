/** A function host without the server around it. */
import { join } from 'node:path';
import { openClock, type AdjustableClock } from '../../../../tools/emulator/clock';
import { UNLIMITED } from '../../../../tools/emulator/plan/plan';
import { openEvents, type EmulatorEvent } from '../../../../tools/emulator/events';
import { openHost, type FunctionHost } from '../../../../tools/emulator/hosting/host';

const FIXTURES = join(__dirname, '../fixtures/functions');

export interface TestHost {
  readonly host: FunctionHost;
  readonly clock: AdjustableClock;
  readonly lines: string[];
  readonly events: EmulatorEvent[];
  call(name: string, event: object, openid?: string): Promise<unknown>;
}

export function openTestHost(functionsDir = FIXTURES): TestHost {
  const lines: string[] = [];
  const heard: EmulatorEvent[] = [];
  const clock = openClock(0, () => undefined);
  const events = openEvents();
  events.subscribe((event) => heard.push(event));
  const host = openHost({
    plan: UNLIMITED,
    nodePath: process.execPath,
    functionsDir,
    clock,
    events,
    instancesPerFunction: 4,
    log: (line) => lines.push(line),
    surroundings: () => ({
      appId: 'wxapp',
      envId: 'local-env',
      adminUrl: 'http://127.0.0.1:9/admin',
      functionEnv: { FIELD_KEY: 'secret' },
    }),
  });
  return {
    host,
    clock,
    lines,
    events: heard,
    async call(name, event, openid) {
      const identity = openid === undefined ? undefined : { openid };
      const json = await host.invoke({
        name,
        event: JSON.stringify(event),
        source: 'wx_client',
        ...identity,
      });
      return JSON.parse(json) as unknown;
    },
  };
}
