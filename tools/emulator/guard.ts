/** Only this machine's own pages and programs may talk to the emulator. */
import type { Exchange } from './exchange';

const LOCAL_NAMES = ['127.0.0.1', 'localhost'];

function isLocal(address: string): boolean {
  try {
    return LOCAL_NAMES.includes(new URL(address).hostname);
  } catch {
    return false;
  }
}

/**
 * Why an exchange is refused. A foreign `Origin` is another site's page; a foreign `Host` is a name that
 * somebody pointed at 127.0.0.1 to get around that.
 */
export function refuseForeign(exchange: Exchange): string | undefined {
  const origin = exchange.header('origin');
  if (origin !== undefined && !isLocal(origin)) return `origin ${origin} is not of this machine`;
  const host = exchange.header('host');
  if (host === undefined || !isLocal(`http://${host}`))
    return `host ${host ?? '(none)'} is not of this machine`;
  return undefined;
}
