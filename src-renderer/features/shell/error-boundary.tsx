// The last net: a bug while drawing says so and lets the person go on; the data are with the backend and safe.
import { Component, type ReactNode } from 'react';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';

type Props = { readonly children: ReactNode };
type State = { readonly broken: string | undefined };

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { broken: error instanceof Error ? error.name : 'Error' };
  }

  override render(): ReactNode {
    const { broken } = this.state;
    if (broken === undefined) return this.props.children;
    return (
      <MessageStrip
        tone='error'
        what='This window could not be drawn.'
        safe='Everything you left or saved is kept on this PC, and so is what you were typing.'
        todo='Draw it again. If this comes back, close Shopfile and start it again.'
        code={`WIN-${broken}`}
        actions={[{ id: 'again', title: 'Draw again', run: () => this.setState({ broken: undefined }) }]}
      />
    );
  }
}
