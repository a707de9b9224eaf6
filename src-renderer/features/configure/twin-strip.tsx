// Says that somebody or something is in its list twice, with the way to the other.
import { twinOf } from '../../../src-shared/domain/library/same-name.ts';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { type NamedKind, openListed } from '../../stores/library/opened.ts';
import type { Named } from './named-list.tsx';

type TwinStripProps = {
  readonly kind: NamedKind;
  readonly record: Named;
  readonly records: readonly Named[];
};

export function TwinStrip({ kind, record, records }: TwinStripProps) {
  const twin = record.standing.isActive
    ? twinOf(
        records.filter(({ standing }) => standing.isActive),
        record,
      )
    : undefined;
  if (twin === undefined) return null;
  return (
    <MessageStrip
      tone='warn'
      what={`${twin.about.name} is in the list too.`}
      todo='If both are the same, make one of them inactive.'
      actions={[
        { id: 'other', title: 'Open the other', run: () => openListed(kind, twin.id, `${kind}/${twin.id}/about/name`) },
      ]}
    />
  );
}
