// Where a key leads among tiles that stand in rows.

export type Tiles = { readonly count: number; readonly columns: number; readonly pageRows: number };

/** The index a key leads to from another; undefined for a key that leads nowhere. -1 is before the first. */
export function tileAfter(key: string, index: number, { count, columns, pageRows }: Tiles): number | undefined {
  const by = steps(key, columns, pageRows);
  if (by === undefined || count === 0) return undefined;
  if (by === 'first') return 0;
  if (by === 'last') return count - 1;
  if (index < 0) return 0;
  const next = index + by;
  const isSideways = Math.abs(by) === 1;
  // Up and down stay in their column; where there is no row, the tile stays.
  if (next < 0) return isSideways ? 0 : index % columns;
  if (next < count) return next;
  const hasRowBelow = Math.floor(index / columns) < Math.floor((count - 1) / columns);
  return isSideways || hasRowBelow ? count - 1 : index;
}

function steps(key: string, columns: number, pageRows: number): number | 'first' | 'last' | undefined {
  switch (key) {
    case 'ArrowRight':
      return 1;
    case 'ArrowLeft':
      return -1;
    case 'ArrowDown':
      return columns;
    case 'ArrowUp':
      return -columns;
    case 'PageDown':
      return columns * pageRows;
    case 'PageUp':
      return -columns * pageRows;
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    default:
      return undefined;
  }
}

/** The keys from one tile to another, both included, whichever comes first. */
export function keysBetween(keys: readonly string[], one: number, other: number): readonly string[] {
  return keys.slice(Math.max(0, Math.min(one, other)), Math.max(one, other) + 1);
}
