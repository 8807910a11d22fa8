import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { Icon } from "./Icon.tsx";

interface FoldProps {
  words: string;
  /** open at first; afterwards the person's own choice holds */
  open?: boolean;
  children: ComponentChildren;
}

/** Something that is there but need not be seen. */
export function Fold({ words, open = false, children }: FoldProps) {
  const first = useRef(open);
  return (
    <details class="fold" open={first.current}>
      <summary>
        <Icon name="next" />
        {words}
      </summary>
      {children}
    </details>
  );
}
