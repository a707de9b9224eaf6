// The present instant as the window last heard it from its composition root, told every half minute, and the zone whose clock people read.

import { create } from 'zustand';
import type { Clock } from '../words/time-words.ts';

/** Without a shop the zone is empty, which means that of the PC. */
export const useClock = create<Clock>()(() => ({ now: 0, timeZone: '' }));

export const tellTime = (now: number): void => useClock.setState({ now });
export const tellZone = (timeZone: string): void => useClock.setState({ timeZone });
