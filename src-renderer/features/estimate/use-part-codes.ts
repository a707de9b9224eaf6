// The part codes of the shop, for completing what is typed into a line.
import type { PartCode } from './part-code.ts';

const none: readonly PartCode[] = [];

export const usePartCodes = (): readonly PartCode[] => none;
