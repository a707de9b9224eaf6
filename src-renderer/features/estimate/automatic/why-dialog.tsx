// Why a computed time is what it is: the rule with its numbers, the way to set it by hand, and the way back.
import { useMemo } from 'react';
import type { WorkfileId } from '../../../../src-shared/base/ids.ts';
import { descriptionOf } from '../../../../src-shared/domain/estimate/refinish/automatic-lines.ts';
import type { AutomaticRow, BlendTime } from '../../../../src-shared/domain/estimate/refinish/automatic-rows.ts';
import { fieldOfRow } from '../../../../src-shared/domain/estimate/refinish/by-hand.ts';
import { Button } from '../../../../src-ui/actions/button.tsx';
import { Dialog } from '../../../../src-ui/feedback/dialog.tsx';
import { ValueField } from '../../../../src-ui/fields/value-field.tsx';
import { setBlend, setRowTimes } from '../../../stores/workfile/line-edits.ts';
import { usePricedSheet } from '../../../stores/workfile/priced-sheet.ts';
import { whyBlend, whyRow } from '../../../words/automatic-words.ts';
import { wordBriefly } from '../../../words/failure-words.ts';
import { hours } from '../../../words/formats.ts';
import { lineNamer } from './name-line.ts';

export type WhyDialogProps = {
  readonly workfileId: WorkfileId;
  /** The automatic row, or the line whose computed times are asked for. */
  readonly about: string;
  readonly disabledReason: string | undefined;
  readonly onClose: () => void;
};

export function WhyDialog({ workfileId, about, disabledReason, onClose }: WhyDialogProps) {
  const { lines, times } = usePricedSheet(workfileId).sheet;
  const nameLine = useMemo(() => lineNamer(lines), [lines]);
  const rows = times.rows.filter(({ key, cause }) => key === about || cause === about);
  const blend = times.blends.find(({ line }) => line === about);
  return (
    <Dialog open title='Why this number?' onClose={onClose} closeTitle='Close'>
      {blend && (
        <Reasons title={`Blend of ${nameLine(blend.line)}`} words={whyBlend(blend)}>
          <BlendHand workfileId={workfileId} blend={blend} disabledReason={disabledReason} />
        </Reasons>
      )}
      {rows.map((row) => (
        <Reasons
          key={row.key}
          title={`${descriptionOf(row)}${row.cause === null ? '' : `, ${nameLine(row.cause)}`}`}
          words={whyRow(row, nameLine)}
        >
          <RowHand workfileId={workfileId} row={row} disabledReason={disabledReason} />
        </Reasons>
      ))}
      {rows.length === 0 && blend === undefined && <p>Nothing is computed for this line.</p>}
    </Dialog>
  );
}

type ReasonsProps = { readonly title: string; readonly words: readonly string[]; readonly children: React.ReactNode };

function Reasons({ title, words, children }: ReasonsProps) {
  return (
    <section className='why-reasons'>
      <h3>{title}</h3>
      {words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {children}
    </section>
  );
}

type Hand = Pick<WhyDialogProps, 'workfileId' | 'disabledReason'>;

function RowHand({ workfileId, row, disabledReason }: Hand & { readonly row: AutomaticRow }) {
  if (fieldOfRow(row) === undefined) return <p>The most is a rule of the profile; it changes on the Rates screen.</p>;
  const set = async (time: number | null): Promise<string | undefined> => {
    const failure = await setRowTimes(workfileId, [row], time);
    return failure && wordBriefly(failure);
  };
  return <HandField time={row} disabledReason={disabledReason} onSet={set} />;
}

function BlendHand({ workfileId, blend, disabledReason }: Hand & { readonly blend: BlendTime }) {
  const set = async (time: number | null): Promise<string | undefined> => {
    const failure = await setBlend(workfileId, blend.line, time);
    return failure && wordBriefly(failure);
  };
  return <HandField time={blend} disabledReason={disabledReason} onSet={set} />;
}

type HandFieldProps = {
  readonly time: Pick<AutomaticRow, 'tenths' | 'byHand'>;
  readonly disabledReason: string | undefined;
  readonly onSet: (time: number | null) => Promise<string | undefined>;
};

function HandField({ time, disabledReason, onSet }: HandFieldProps) {
  return (
    <div className='why-hand'>
      <ValueField
        label='Hours'
        align='end'
        suffix='h'
        {...hours}
        value={time.tenths}
        onCommit={onSet}
        disabledReason={disabledReason}
      />
      <Button
        onPress={() => void onSet(null)}
        disabledReason={disabledReason ?? (time.byHand ? undefined : 'it is computed already.')}
      >
        Compute again
      </Button>
    </div>
  );
}
