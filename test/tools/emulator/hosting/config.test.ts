import { join } from 'node:path';
import { listFunctions } from '../../../../tools/emulator/hosting/catalog';
import { parseFunctionConfig } from '../../../../tools/emulator/hosting/config';

const timer = (config: string, name = 'tick') => ({ name, type: 'timer', config });
const parse = (config: unknown) => parseFunctionConfig('reminder', JSON.stringify(config));

it('takes the platform’s defaults without a config.json', () => {
  expect(parseFunctionConfig('plain', undefined)).toEqual({ timeoutMs: 3000, memoryMb: 256, openapi: [] });
});

it('reads limits, permissions and the timer', () => {
  const config = {
    timeout: 60,
    memorySize: 512,
    permissions: { openapi: ['subscribeMessage.send'] },
    triggers: [timer('0 */1 * * * * *')],
  };
  expect(parse(config)).toMatchObject({
    timeoutMs: 60_000,
    memoryMb: 512,
    openapi: ['subscribeMessage.send'],
    trigger: { name: 'tick', cron: { expression: '0 */1 * * * * *' } },
  });
});

const refused: [string, unknown, RegExp][] = [
  ['a timeout above 60 s', { timeout: 61 }, /timeout/],
  ['two timers', { triggers: [timer('0 * * * * * *'), timer('1 * * * * * *', 'tock')] }, /one timer trigger/],
  ['another kind of trigger', { triggers: [{ name: 'x', type: 'cos', config: '' }] }, /triggers/],
  ['six fields', { triggers: [timer('* * * * * *')] }, /seven fields/],
  ['permissions that are no list', { permissions: { openapi: 'all' } }, /permissions\.openapi/],
];
it.each(refused)('refuses %s and names the function', (_name, config, message) => {
  expect(() => parse(config)).toThrow(message);
  expect(() => parse(config)).toThrow(/Function "reminder"/);
});

it('refuses a text that is not JSON', () => {
  expect(() => parseFunctionConfig('reminder', '{')).toThrow(/Function "reminder": config.json is refused/);
});

it('finds no functions in a folder that does not exist', () => {
  expect(listFunctions(join(__dirname, 'nowhere'))).toEqual([]);
});
