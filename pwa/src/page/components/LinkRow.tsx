import { Icon } from "./Icon.tsx";

/** A row of a list that leads to another screen: what it is, and a few words about it. */
export function LinkRow({ to, what, detail }: { to: string; what: string; detail: string }) {
  return (
    <li>
      <a class="row" href={to}>
        <span class="grow">
          <span class="what">{what}</span>
          <span class="detail">{detail}</span>
        </span>
        <Icon name="next" />
      </a>
    </li>
  );
}
