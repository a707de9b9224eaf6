// The present instant as the window last heard it from its composition root; told every half minute.

import { create } from 'zustand';

export const useClock = create<{ readonly now: number }>()(() => ({ now: 0 }));

export const tellTime = (now: number): void => useClock.setState({ now });
