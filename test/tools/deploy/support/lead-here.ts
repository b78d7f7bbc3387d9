/**
 * Leads every encrypted connection that leaves with Node's own agent to a port of this machine, unencrypted: the
 * library of Tencent Cloud has no option for where it asks.
 */
import https from 'node:https';
import { connect } from 'node:net';

class LedHere extends https.Agent {
  constructor(private readonly port: number) {
    super();
  }

  override createConnection = () => connect(this.port, '127.0.0.1');
}

/** Returns what undoes it. */
export const leadHere = (port: number): (() => void) => {
  const before = https.globalAgent;
  // The library would go through it with an agent of its own.
  delete process.env['http_proxy'];
  https.globalAgent = new LedHere(port);
  return () => void (https.globalAgent = before);
};
