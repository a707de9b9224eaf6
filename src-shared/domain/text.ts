// Text as people type it: any script and any sign, within a length, never with control characters or half a sign.

import { z } from 'zod';

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Whether every sign of the text is whole and none is a control character but tab and line end. */
export const isCleanText = (text: string): boolean => !hasControl(text) && !loneSurrogate.test(text);

function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 127 || (code < 32 && code !== 9 && code !== 10 && code !== 13)) return true;
  }
  return false;
}

/** The beginning of a text, of at most max UTF-16 units; no sign is cut in two. */
export const beginningOf = (text: string, max: number): string => text.slice(0, max).replace(/[\ud800-\udbff]$/, '');

/** A one-line text of at most max UTF-16 units. */
export const lineText = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => isCleanText(text) && !/[\n\r]/.test(text));

/** A text of several lines of at most max UTF-16 units. */
export const longText = (max: number) => z.string().max(max).refine(isCleanText);
