// Text of one byte a sign, as Windows writes it in Western Europe and America: what EMS is made of.

const decoder = new TextDecoder('windows-1252');
const space = 0x20;

/** Bytes as text; signs that control a printer are spaces. Memos keep their line ends. */
export function westernText(bytes: Uint8Array, keepLines = false): string {
  const clean = bytes.map((byte) => {
    const isControl = byte < space || byte === 127;
    return isControl && !(keepLines && byte === 10) ? space : byte;
  });
  return decoder.decode(clean);
}

const high: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 128 }, (_, i) => [decoder.decode(Uint8Array.of(i + 128)), i + 128] as const),
);
const unknown = 0x3f;

/** Text as bytes; a sign that does not exist there becomes a question mark, and `lost` counts those. */
export function westernBytes(text: string): { readonly bytes: Uint8Array; readonly lost: number } {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  let lost = 0;
  for (const sign of text) {
    const code = sign.charCodeAt(0);
    const byte = sign.length === 1 && code < 128 ? code : high.get(sign);
    if (byte === undefined) lost += 1;
    bytes[length] = byte ?? unknown;
    length += 1;
  }
  return { bytes: bytes.subarray(0, length), lost };
}
