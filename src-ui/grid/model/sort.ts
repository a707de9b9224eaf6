// By which columns rows are sorted; the first key counts most.

export type SortKey = { readonly columnId: string; readonly descending: boolean };

/** One press on a heading: up, then down, then unsorted. Adding keeps the other keys. */
export function pressSort(sort: readonly SortKey[], columnId: string, add: boolean): readonly SortKey[] {
  const current = sort.find((key) => key.columnId === columnId);
  const others = add ? sort : sort.filter((key) => key.columnId === columnId);
  if (current === undefined) return [...(add ? sort : []), { columnId, descending: false }];
  if (current.descending) return others.filter((key) => key.columnId !== columnId);
  return others.map((key) => (key.columnId === columnId ? { columnId, descending: true } : key));
}

/** A choice from the column's menu. */
export function setSort(columnId: string, descending: boolean): readonly SortKey[] {
  return [{ columnId, descending }];
}
