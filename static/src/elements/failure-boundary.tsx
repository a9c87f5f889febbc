import { Component, type ReactNode } from 'react';
import { FailedMessage } from './failed-message';

interface Props {
  readonly children: ReactNode;
}

/** Says so when a screen breaks, instead of leaving an empty frame. */
export class FailureBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main>
        <FailedMessage
          what="This page stopped working."
          error={{ code: 'page-broken', message: 'Nothing was changed by that. Start the page again.' }}
          onRetry={() => window.location.reload()}
        />
      </main>
    );
  }
}
