/** Multipart forms: open-API calls of all SDKs, and uploads of those before 3.1. */
import busboy from 'busboy';
import { ProtocolError } from '../types';

/** Field values as raw bytes, by name: the protobuf part must not be read as text. */
export async function parseForm(contentType: string, body: Buffer): Promise<Map<string, Buffer>> {
  const fields = new Map<string, Buffer>();
  try {
    // `latin1` maps each byte to one character and back.
    const limits = { ...LIMITS, fieldSize: body.length };
    const parser = busboy({ headers: { 'content-type': contentType }, defCharset: 'latin1', limits });
    parser.on('field', (name, value) => fields.set(name, Buffer.from(value, 'latin1')));
    parser.on('file', (name, file) => {
      const chunks: Buffer[] = [];
      file.on('data', (chunk: Buffer) => chunks.push(chunk));
      file.on('end', () => fields.set(name, Buffer.concat(chunks)));
    });
    await new Promise((resolve, reject) => {
      parser.once('close', resolve);
      parser.once('error', reject);
      parser.end(body);
    });
  } catch (error) {
    throw new ProtocolError(
      'INVALID_PARAM',
      `the form is malformed: ${error instanceof Error ? error.message : ''}`,
    );
  }
  return fields;
}

/** A field may be as long as its form: how long a form may be, its route says. */
const LIMITS = { fields: 30, files: 5 };
