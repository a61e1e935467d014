import { randomUUID } from 'node:crypto';

/** What a record of a WARC is made of. */
export interface WarcRecord {
  readonly type?: string;
  readonly url?: string;
  readonly body: string | Buffer;
  readonly status?: number;
  /** Lines of the head that the server sent. */
  readonly head?: readonly string[];
}

/** A record of a WARC (ISO 28500), with a server's answer in it where it is a response. */
export function warcRecord({ type = 'response', url, body, status = 200, head = [] }: WarcRecord): Buffer {
  const isResponse = type === 'response';
  const lines = head.some((line) => /^content-type/iu.test(line))
    ? head
    : ['Content-Type: text/html; charset=utf-8', ...head];
  const answer = isResponse ? Buffer.from(`HTTP/1.1 ${status} OK\r\n${lines.join('\r\n')}\r\n\r\n`) : Buffer.alloc(0);
  const content = Buffer.concat([answer, Buffer.from(body)]);
  const fields = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    ...(url === undefined ? [] : [`WARC-Target-URI: ${url}`]),
    'WARC-Date: 2025-03-12T08:00:00Z',
    `WARC-Record-ID: <urn:uuid:${randomUUID()}>`,
    `Content-Type: ${isResponse ? 'application/http; msgtype=response' : 'text/plain'}`,
    `Content-Length: ${content.length}`,
  ];
  return Buffer.concat([Buffer.from(`${fields.join('\r\n')}\r\n\r\n`), content, Buffer.from('\r\n\r\n')]);
}

/** A ZIP archive (APPNOTE 6.3) whose files are stored as they are; without check sums, which nobody reads here. */
export function storedZip(files: Readonly<Record<string, Buffer>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name)]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, Buffer.from(name)]));
    parts.push(local, bytes);
    at += local.length + bytes.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
