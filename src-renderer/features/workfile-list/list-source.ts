// The pages of the list that are loaded, as rows for the grid, with a heading above each group.
import type { HeadGroup } from '../../../src-shared/ipc/list-shapes.ts';
import type { WorkfileHead } from '../../../src-shared/ipc/shapes.ts';
import { dataRow, placeholder, type RowSource, sectionRow } from '../../../src-ui/grid/model/row-source.ts';
import { type ListRows, pageSize, viewRows } from '../../stores/workfile-list.ts';
import { wordGroup } from '../../words/list/list-words.ts';

export function listSource({ total, pages, groups }: ListRows, group: HeadGroup | null): RowSource<WorkfileHead> {
  const sections = group === null ? [] : sectionsOf(groups);
  /** Which row stands at a place of the grid; a heading stands for the row below it. */
  const rowAt = (index: number): { readonly row: number; readonly section?: Section } => {
    const under = sections.findLastIndex(({ at }) => at <= index);
    const section = sections[under];
    if (section === undefined) return { row: index };
    return section.at === index ? { row: section.row, section } : { row: index - under - 1 };
  };
  return {
    count: total + sections.length,
    at: (index) => {
      const { row, section } = rowAt(index);
      if (section !== undefined && group !== null) {
        return sectionRow(`group/${section.value}`, wordGroup(group, section.value, section.count));
      }
      const head = pages.get(Math.floor(row / pageSize))?.[row % pageSize];
      return head === undefined ? placeholder : dataRow(head.id, head);
    },
    indexOf: (key) => {
      for (const [page, rows] of pages) {
        const at = rows.findIndex((head) => head.id === key);
        if (at < 0) continue;
        const row = page * pageSize + at;
        return row + sections.filter((section) => section.row <= row).length;
      }
      return undefined;
    },
    want: (first, last) => viewRows(rowAt(first).row, rowAt(last).row),
  };
}

/** A heading: its place in the grid, and the row below it. */
type Section = { readonly value: string; readonly count: number; readonly at: number; readonly row: number };

function sectionsOf(groups: ListRows['groups']): readonly Section[] {
  let row = 0;
  return groups.map(({ value, count }, i) => {
    const section = { value, count, row, at: row + i };
    row += count;
    return section;
  });
}
