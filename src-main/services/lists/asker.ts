// Who asks the list: whose drafts count, and which day it is in their shop.

import type { SessionUser } from '../../../src-shared/api/contract.ts';
import { civilTimeOf } from '../../../src-shared/base/civil-time.ts';
import type { Asker } from '../../db/head-filter.ts';
import type { Desk } from '../desk.ts';

export const askerOf = ({ clock }: Pick<Desk, 'clock'>, { userId, timeZone }: SessionUser): Asker => ({
  author: userId,
  today: civilTimeOf(clock(), timeZone).date,
});
