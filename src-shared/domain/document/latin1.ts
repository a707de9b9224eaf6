// Bytes as text, a sign a byte: what is structure in a PDF is written in signs below 128.

/** More arguments at once are too many for a call. */
const atOnce = 8_192;

export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += atOnce) text += String.fromCharCode(...bytes.subarray(at, at + atOnce));
  return text;
}
