import { Component, type ComponentChildren } from "preact";
import { t } from "../messages.ts";
import { Failed } from "./States.tsx";

/** A screen that breaks says so in its own place; the navigation and the other screens go on. */
export class ErrorBoundary extends Component<{ children: ComponentChildren }, { broken: boolean }> {
  override state = { broken: false };

  static override getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: unknown) {
    console.error(error instanceof Error ? error.name : "screen failed");
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <>
        <h1 tabIndex={-1}>{t("screen-failed")}</h1>
        <Failed words={t("screen-failed-words")} again={() => this.setState({ broken: false })} />
      </>
    );
  }
}
