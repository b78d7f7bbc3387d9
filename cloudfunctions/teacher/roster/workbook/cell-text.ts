import { ROSTER_FILE } from '../../../_shared/roster/limits';
import type { XmlListener } from './xml';

/** Characters that XML cannot hold stand as `_x000D_`. */
const ESCAPED = /_x([\da-f]{4})_/gi;

const plain = (text: string): string =>
  text.replace(ESCAPED, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Its own copy: a text cut out of a piece of a document would keep the whole piece in memory. */
const copied = (text: string): string => Buffer.from(text).toString();

/**
 * Gathers the text of one cell from its `<t>` and `<v>`, without the readings above characters. Of a text that is too long
 * it keeps one character more than is allowed, which is enough to refuse it.
 */
export class CellText implements XmlListener {
  private gathered = '';
  private isTaking = false;
  private isReading = false;

  begin(): void {
    this.gathered = '';
  }

  end(): string {
    return plain(copied(this.gathered));
  }

  open(name: string): void {
    if (name === 'rPh') this.isReading = true;
    else if ((name === 't' || name === 'v') && !this.isReading) this.isTaking = true;
  }

  text(text: string): void {
    const room = ROSTER_FILE.maxCellCharacters + 1 - this.gathered.length;
    if (this.isTaking && room > 0) this.gathered += text.slice(0, room);
  }

  close(name: string): void {
    if (name === 'rPh') this.isReading = false;
    else if (name === 't' || name === 'v') this.isTaking = false;
  }
}
