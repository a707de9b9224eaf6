// One picture in full: arrows go to its neighbours, Space shows it closer or whole, Escape goes back to the others.
import type { KeyboardEvent } from 'react';
import { Button } from '../actions/button.tsx';
import { type Command, runCommand } from '../actions/command.ts';
import './gallery.css';
import { KeySurface } from './key-surface.tsx';
import { type Size, useZoom } from './use-zoom.ts';

export type Picture = {
  readonly name: string;
  /** Where it is fetched from; nothing while it is not there. */
  readonly source: string | undefined;
  /** Whether the source is the picture itself and not a smaller one. */
  readonly isWhole: boolean;
  readonly width: number;
  readonly height: number;
  /** Turned to the right by so many quarters. */
  readonly quarters: number;
  /** What else is to be known of it. */
  readonly note: string;
};

export type PictureViewProps = {
  readonly picture: Picture;
  readonly index: number;
  readonly count: number;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
  /** What else can be done with it; each has one letter as its key. */
  readonly acts: readonly Command[];
};

export function PictureView({ picture, index, count, onStep, onClose, acts }: PictureViewProps) {
  const { stage, scale, toggle } = useZoom(picture.isWhole ? turnedSize(picture) : undefined);
  const zoomed = scale !== undefined;

  const actOf = (key: string, onButton: boolean): (() => void) | undefined => {
    if (key === 'ArrowRight' || key === 'PageDown') return () => onStep(1);
    if (key === 'ArrowLeft' || key === 'PageUp') return () => onStep(-1);
    if (key === 'Escape') return onClose;
    const act = acts.find(({ keys }) => keys === key.toUpperCase());
    if (act !== undefined) return () => runCommand(act);
    // Space and Enter press the button that has the keyboard.
    if (onButton) return undefined;
    if (key === ' ') return () => toggle();
    return key === 'Enter' ? onClose : undefined;
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const act = actOf(event.key, event.target !== event.currentTarget);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  const { name, source, note } = picture;
  return (
    <KeySurface className='ui-picture' label={`${name}, ${index + 1} of ${count}`} onKey={press}>
      <header>
        <Button look='quiet' keys='Esc' onPress={onClose}>
          Back to all
        </Button>
        <span className='ui-picture-name'>{name}</span>
        <span className='ui-picture-note'>{note}</span>
        <span>{`${index + 1} of ${count}`}</span>
        {acts.map((act) => (
          <Button
            key={act.id}
            look='quiet'
            keys={act.keys}
            disabledReason={act.disabledReason}
            onPress={() => runCommand(act)}
          >
            {act.title}
          </Button>
        ))}
        <Button
          look='quiet'
          keys='Space'
          pressed={zoomed}
          tip={
            zoomed
              ? 'Shows the whole picture.'
              : 'Shows it closer. The wheel and a double click do so too; drag to move.'
          }
          disabledReason={picture.isWhole ? undefined : 'The whole picture is not here yet.'}
          onPress={() => toggle()}
        >
          Zoom
        </Button>
        <Button
          look='quiet'
          keys='←'
          disabledReason={index === 0 ? 'This is the first.' : undefined}
          onPress={() => onStep(-1)}
        >
          Previous
        </Button>
        <Button
          look='quiet'
          keys='→'
          disabledReason={index === count - 1 ? 'This is the last.' : undefined}
          onPress={() => onStep(1)}
        >
          Next
        </Button>
      </header>
      <div ref={stage} className='ui-picture-stage' data-zoomed={zoomed || undefined}>
        {source === undefined ? <p>{note}</p> : <Drawn key={source} {...{ picture, source, scale }} />}
      </div>
    </KeySurface>
  );
}

/** How wide and how high it lies there. */
const turnedSize = ({ width, height, quarters }: Picture): Size =>
  quarters % 2 === 0 ? { width, height } : { width: height, height: width };

type DrawnProps = { readonly picture: Picture; readonly source: string; readonly scale: number | undefined };

/** A picture on its side lies in a frame of its turned size, in whose middle it is turned. */
function Drawn({ picture, source, scale }: DrawnProps) {
  const { name, quarters } = picture;
  const width = picture.width * (scale ?? 1);
  const height = picture.height * (scale ?? 1);
  const image = (
    <img
      src={source}
      alt={name}
      width={width}
      height={height}
      draggable={false}
      style={{ ...(scale && { width, height }), ...(quarters !== 0 && { rotate: `${quarters * 90}deg` }) }}
    />
  );
  if (quarters % 2 === 0) return image;
  return (
    <div className='ui-picture-turned' style={{ width: height, height: width }}>
      {image}
    </div>
  );
}
