/** A document is read as it comes, wherever the pieces are cut. */
import { readXml } from '../../../../../cloudfunctions/teacher/roster/workbook/xml';

const NAME = Buffer.from('<name>林小雨</name>');

async function* cutAt(bytes: Buffer, at: number): AsyncGenerator<Buffer> {
  yield bytes.subarray(0, at);
  yield bytes.subarray(at);
}
const textOf = async (pieces: AsyncIterable<Buffer>): Promise<string> => {
  let all = '';
  await readXml(pieces, { text: (text) => void (all += text) });
  return all;
};

it('reads a character whose bytes come in two pieces', async () => {
  for (let at = 0; at <= NAME.length; at += 1) expect(await textOf(cutAt(NAME, at))).toBe('林小雨');
});

it('refuses a document that ends within a character', async () => {
  const broken = Buffer.concat([NAME, Buffer.from('雨').subarray(0, 2)]);
  await expect(textOf(cutAt(broken, 3))).rejects.toThrow();
});
