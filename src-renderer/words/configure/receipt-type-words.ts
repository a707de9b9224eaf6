// Why a type of receipts cannot bear a name.

import type { whyNotNamed } from '../../../src-shared/domain/receipt/own-types.ts';

export const typeNameReasons: Readonly<Record<NonNullable<ReturnType<typeof whyNotNamed>>, string>> = {
  empty: 'A type needs a name.',
  usual: 'Every shop has a type of that name. Type another name.',
  taken: 'There is a type of that name already. Make it active, or type another name.',
};
