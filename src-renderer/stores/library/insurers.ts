// The insurance companies of the shop, for the screens that name them.

import type { Insurer } from '../../../src-shared/domain/insurance/insurer.ts';
import { useLibrary } from './library.ts';

const none: readonly Insurer[] = [];

/** All of them; none until they are read. */
export const useInsurers = (): readonly Insurer[] =>
  useLibrary(({ sheet }) => (sheet.kind === 'ready' ? sheet.value.insurers : none));
