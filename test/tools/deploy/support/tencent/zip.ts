const CENTRAL = 0x02014b50;
const NAME_LENGTH_AT = 28;
const NAME_AT = 46;

/** Names of the files in a zip, from its directory at the end. */
export const namesInZip = (zip: Buffer): string[] => {
  const names: string[] = [];
  for (let at = 0; at + NAME_AT <= zip.length; at += 1) {
    if (zip.readUInt32LE(at) !== CENTRAL) continue;
    const length = zip.readUInt16LE(at + NAME_LENGTH_AT);
    names.push(zip.toString('utf8', at + NAME_AT, at + NAME_AT + length));
  }
  return names.filter((name) => !name.endsWith('/')).sort();
};
