// What is looked through before a repair order is closed: what must be settled first, and what is only worth a look.
import { useMemo, useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type ClosingPoint, closingPoints, isDmsPoint } from '../../../src-shared/domain/workfile/closing.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { moveWorkfile } from '../../stores/commands.ts';
import { showDmsActivity, useShopConnection } from '../../stores/dms/dms.ts';
import { closeOverlay, say, showOverlay, useActiveWorkfile, useShell } from '../../stores/shell.ts';
import { useSync } from '../../stores/sync.ts';
import { showCentre } from '../../stores/sync-centre.ts';
import { useBalance } from '../../stores/workfile/balance.ts';
import { placeOfPath } from '../../stores/workfile/places.ts';
import { goToPlace } from '../../stores/workfile/visits.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { closingWords } from '../../words/command-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { whenSent } from './when-sent.ts';

export function CloseDialog() {
  const isOpen = useShell(({ overlay }) => overlay === 'close');
  const workfileId = useActiveWorkfile();
  return isOpen && workfileId !== undefined ? <OpenCloseDialog workfileId={workfileId} /> : null;
}

function OpenCloseDialog({ workfileId }: { readonly workfileId: WorkfileId }) {
  const sheet = useSheet(workfileId, (one) => one);
  const { due } = useBalance(workfileId);
  const dealer = useShopConnection();
  const points = useMemo(() => closingPoints(sheet, due, dealer), [sheet, due, dealer]);
  const phase = useSync(({ state }) => state?.phase);
  const [reviewed, setReviewed] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const first = points.filter(({ must }) => must);
  const looks = points.filter(({ must }) => !must);
  const close = async (): Promise<void> => {
    setBusy(true);
    const failure = await moveWorkfile(workfileId, 'close');
    closeOverlay('close');
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
    else say('Asked to close the repair order: it is closed once the cloud says so');
  };
  const go = (point: ClosingPoint): void => {
    showOverlay('none');
    if (point.key === 'undecided') showCentre('decisions');
    else if (isDmsPoint(point.key)) showDmsActivity(workfileId);
    else if (point.field !== '') goToPlace(workfileId, placeOfPath(point.record, point.field));
  };
  const left = looks.filter(({ key }) => !reviewed.includes(key)).length;
  return (
    <Dialog
      open
      title='Close repair order'
      action={{
        title: 'Close repair order',
        run: () => void close(),
        busy,
        disabledReason: whyNot(first.length, left),
      }}
      onClose={() => showOverlay('none')}
    >
      {first.length > 0 && (
        <>
          <p>{first.length === 1 ? 'One thing must be settled first:' : 'Some things must be settled first:'}</p>
          <ul className='command-points' aria-label='To be settled before it is closed'>
            {first.map((point) => (
              <li key={point.key}>
                <Button look='quiet' icon='arrow' onPress={() => go(point)}>
                  {closingWords[point.key]}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {looks.length > 0 && (
        <>
          <p>Worth a look; tick what you have reviewed:</p>
          {looks.map((point) => (
            <div key={point.key} className='command-look'>
              <CheckField
                label={closingWords[point.key]}
                value={reviewed.includes(point.key)}
                onCommit={(on) => {
                  setReviewed((before) => (on ? [...before, point.key] : before.filter((one) => one !== point.key)));
                  return undefined;
                }}
              />
              {point.field !== '' && (
                <Button look='quiet' icon='arrow' onPress={() => go(point)}>
                  Go there<span className='ui-hidden'>: {closingWords[point.key]}</span>
                </Button>
              )}
            </div>
          ))}
        </>
      )}
      <p>
        Once it is closed, contacts, vehicle, insurance, rates and lines are read-only. Notes, photos and receipts may
        still come, and it can be reopened.
      </p>
      <p>{whenSent(phase, 'Closing')}</p>
    </Dialog>
  );
}

function whyNot(first: number, left: number): string | undefined {
  if (first > 0) return 'something must be settled first; it is listed above.';
  return left > 0 ? 'tick what you have reviewed first.' : undefined;
}
