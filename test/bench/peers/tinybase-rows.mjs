/** A workfile as a row of TinyBase: nine cells of its header and one with the rest of the document. */
import { editsOf } from '../sync/workload.ts';

export const table = 'workfile';

export const rowOf = (document) => {
  const { ro, stage, estimator, openedAt, owner, vehicle, insurer } = document;
  return {
    ro,
    stage,
    estimator,
    openedAt,
    owner: `${owner.name.first} ${owner.name.last}`,
    phone: owner.cell.number,
    vehicle: `${vehicle.identity.year} ${vehicle.identity.make} ${vehicle.identity.model}`,
    plate: vehicle.plate.number,
    insurer: insurer.company.name,
    body: JSON.stringify(document),
  };
};

/** Every edit is one of a small cell: the best case, since a line's edit would send the whole body. */
export function editRows(store, documents, batch) {
  const edits = editsOf(documents, batch);
  store.transaction(() => {
    for (const { workfile, value } of edits) store.setCell(table, workfile, 'phone', String(value));
  });
}

export const rowValues = (store, documents, batch) =>
  editsOf(documents, batch).map(({ workfile, value }) =>
    store.getCell(table, workfile, 'phone') === String(value) ? value : undefined,
  );
