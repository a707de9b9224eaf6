// How tall rows and controls are, known to every component below the frame.
import { createContext, useContext } from 'react';
import { type Density, theme } from './theme.ts';

export const DensityContext = createContext<Density>('compact');

export function useDensity(): Density {
  return useContext(DensityContext);
}

/** Height of one grid row in pixels. */
export function useRowHeight(): number {
  return theme.sizes[useDensity()].row;
}
