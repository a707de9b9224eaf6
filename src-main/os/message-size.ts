// How big a message is, counted without recursion, so that neither depth nor a circle can hurt.

/** Whether everything in the value, keys included, comes to at most that many characters. */
export function isSmall(value: unknown, most: number): boolean {
  const rest: unknown[] = [value];
  let size = 0;
  while (rest.length > 0 && size <= most) {
    const one = rest.pop();
    size += typeof one === 'string' ? one.length : 1;
    if (ArrayBuffer.isView(one) || one instanceof ArrayBuffer) size += one.byteLength;
    else if (one instanceof Map || one instanceof Set) rest.push(...[...one].slice(0, most));
    else if (Array.isArray(one)) rest.push(...one.slice(0, most));
    else if (typeof one === 'object' && one !== null) rest.push(...Object.entries(one).slice(0, most).flat());
  }
  return size <= most;
}
