// The part codes of the shop, for completing what is typed into a line.
import type { PartCode } from '../../../src-shared/domain/library/part-code.ts';
import { useLibrary } from '../../stores/library/library.ts';

const none: readonly PartCode[] = [];

export const usePartCodes = (): readonly PartCode[] =>
  useLibrary(({ sheet }) => (sheet.kind === 'ready' ? sheet.value.partCodes : none));
