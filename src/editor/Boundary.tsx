import { Component, type ReactNode } from "react";

interface BoundaryProps {
  readonly children: ReactNode;
  /** What stands there when the children fail. */
  readonly instead: (error: Error) => ReactNode;
  /** Another value gives the children another try. */
  readonly attempt: unknown;
}

/** Keeps a failure of what it holds from taking the page, and the user's text with it. */
export default class Boundary extends Component<
  BoundaryProps,
  { readonly error: Error | undefined; readonly attempt: unknown }
> {
  override state = { error: undefined, attempt: this.props.attempt };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: { readonly attempt: unknown }) {
    return props.attempt === state.attempt ? null : { error: undefined, attempt: props.attempt };
  }

  override render() {
    return this.state.error ? this.props.instead(this.state.error) : this.props.children;
  }
}
