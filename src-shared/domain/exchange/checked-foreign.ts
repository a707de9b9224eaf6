// The last check of what was read from a file: within the limits of the neutral form, or refused by its place.

import type { z } from 'zod';
import { failed, ok, type Result } from '../../base/result.ts';
import type { FileFault } from './fault.ts';
import { type Foreign, foreignShape } from './foreign.ts';

/** What was read, if every piece of it is within its limits. */
export function checkedForeign(file: string, read: unknown): Result<Foreign, FileFault> {
  const checked = foreignShape.safeParse(read);
  return checked.success ? ok(checked.data) : failed({ file, ...whereWrong(checked.error) });
}

function whereWrong({ issues }: z.ZodError): Pick<FileFault, 'place' | 'why'> {
  const [first] = issues;
  const [kind, index, ...rest] = first?.path ?? [];
  const isCounted = typeof index === 'number';
  const place = isCounted ? [`${singular(String(kind))} ${index + 1}`, rest.join('.')] : [kind, index, ...rest];
  const why =
    first?.code === 'too_big'
      ? first.origin === 'array'
        ? 'too-many'
        : first.origin === 'string'
          ? 'too-long'
          : 'value'
      : 'value';
  return { place: place.filter((one) => one !== undefined && one !== '').join(isCounted ? ', ' : '.'), why };
}

const singular = (word: string): string => word.replace(/s$/, '');
