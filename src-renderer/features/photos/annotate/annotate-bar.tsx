// What one draws with, and what becomes of the drawing.
import {
  type Drawing,
  type StrokeColour,
  type StrokeTool,
  strokeColours,
  strokeTools,
} from '../../../../src-shared/domain/photo/stroke.ts';
import { Button } from '../../../../src-ui/actions/button.tsx';
import type { Command } from '../../../../src-ui/actions/command.ts';
import { Toolbar } from '../../../../src-ui/actions/toolbar.tsx';
import { strokeColourWords, strokeToolWords } from '../../../words/evidence/photo-words.ts';
import { colourOf } from './draw-strokes.ts';

export type AnnotateBarProps = {
  readonly tool: StrokeTool;
  readonly colour: StrokeColour;
  readonly drawing: Drawing;
  readonly saveReason: string | undefined;
  readonly busy: boolean;
  readonly onTool: (tool: StrokeTool) => void;
  readonly onColour: (colour: StrokeColour) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onSave: () => void;
  readonly onClose: () => void;
};

export function AnnotateBar(props: AnnotateBarProps) {
  const { drawing, busy, saveReason, onSave, onClose } = props;
  const tools = strokeTools.map(
    (tool, i): Command => ({
      id: tool,
      title: strokeToolWords[tool],
      keys: String(i + 1),
      checked: tool === props.tool,
      run: () => props.onTool(tool),
    }),
  );
  const back: readonly Command[] = [
    {
      ...{ id: 'undo', title: 'Undo', icon: 'undo', keys: 'Ctrl+Z', run: props.onUndo },
      disabledReason: drawing.strokes.length === 0 ? 'Nothing is drawn yet.' : undefined,
    },
    {
      ...{ id: 'redo', title: 'Redo', icon: 'redo', run: props.onRedo },
      disabledReason: drawing.undone.length === 0 ? 'Nothing was taken back.' : undefined,
    },
  ];
  return (
    <Toolbar label='Draw' items={[...tools, 'separator', ...back]}>
      <Colours colour={props.colour} onColour={props.onColour} />
      <Button keys='Esc' onPress={onClose}>
        Cancel
      </Button>
      <Button look='primary' keys='Enter' disabledReason={saveReason} busy={busy} onPress={onSave}>
        Save as a copy
      </Button>
    </Toolbar>
  );
}

function Colours({ colour, onColour }: Pick<AnnotateBarProps, 'colour' | 'onColour'>) {
  return (
    <fieldset className='annotate-colours'>
      <legend className='ui-hidden'>Colour</legend>
      {strokeColours.map((one) => (
        <input
          key={one}
          type='radio'
          name='annotate-colour'
          aria-label={strokeColourWords[one]}
          title={strokeColourWords[one]}
          checked={one === colour}
          style={{ backgroundColor: colourOf[one] }}
          onChange={() => onColour(one)}
        />
      ))}
    </fieldset>
  );
}
