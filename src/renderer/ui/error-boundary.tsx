import { Button } from '@fluentui/react-components'
import { Component, type ReactNode } from 'react'

interface State {
  readonly isBroken: boolean
}

/** Without it a mistake in one screen leaves an empty window. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { isBroken: false }

  static getDerivedStateFromError(): State {
    return { isBroken: true }
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return (
      <main className="page broken">
        <h1 role="alert">This screen could not be drawn</h1>
        <p>That is a mistake in PKU2U Doctor, not in this PC. Nothing was changed.</p>
        <Button appearance="primary" onClick={() => this.setState({ isBroken: false })}>
          Draw it again
        </Button>
      </main>
    )
  }
}
