import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { NoAnswer } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { withProof } from "../../components/Proof.tsx";
import { Loading } from "../../components/States.tsx";
import { t as app } from "../../messages.ts";
import { whenOnline } from "../../online.ts";
import { reasonOf } from "../../reasons.ts";
import { troubleWords } from "./words.ts";

/** What only the service can tell: fetched on arriving and when there is a connection again; what was there stays in sight. */
export function useFetched<T>(fetchIt: () => Promise<T>) {
  const value = useSignal<T | null>(null);
  const trouble = useSignal("");
  const again = async () => {
    trouble.value = "";
    try {
      value.value = await withProof(fetchIt);
    } catch (error) {
      trouble.value = error instanceof NoAnswer ? reasonOf(error) : troubleWords(error);
    }
  };
  useEffect(() => {
    void again();
    const came = () => trouble.peek() === "";
    return whenOnline(async () => came() || again(), came);
  }, []);
  return { value, trouble, again };
}

export type Fetched<T> = ReturnType<typeof useFetched<T>>;

export function Shown<T>({ of, children }: { of: Fetched<T>; children: (value: T) => ComponentChildren }) {
  const value = of.value.value;
  return (
    <>
      {of.trouble.value && (
        <Notice urgent>
          <p>{of.trouble.value}</p>
          <Button kind="quiet" press={of.again}>{app("try-again")}</Button>
        </Notice>
      )}
      {value === null ? !of.trouble.value && <Loading /> : children(value)}
    </>
  );
}
