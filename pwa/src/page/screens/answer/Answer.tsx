import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Answer as Told, ask } from "../../../shared/api/client.ts";
import { uuid7 } from "../../../shared/ids.ts";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { Loading } from "../../components/States.tsx";
import { decoded } from "../../router.ts";
import { Code } from "./Code.tsx";
import { Form, type Said } from "./Form.tsx";
import { t, troubleOf } from "./words.ts";

type Looked = Told<"POST /api/answer/look">;

/**
 * /answer#CODE, for a group without an account: what somebody asks for, and the one answer to it. The code is in the part
 * of the address that browsers keep to themselves, and goes in the body.
 */
export default function Answer() {
  const code = useSignal("");
  const looked = useSignal<Looked | null>(null);
  const thanks = useSignal(false);
  const trouble = useSignal("");
  const busy = useSignal(false);
  const id = useRef(uuid7());
  const look = async (typed: string) => {
    trouble.value = "";
    busy.value = true;
    try {
      looked.value = await ask("POST /api/answer/look", { code: typed });
      code.value = typed;
    } catch (error) {
      trouble.value = troubleOf(error);
    } finally {
      busy.value = false;
    }
  };
  const given = decoded(location.hash.slice(1)) ?? "";
  useEffect(() => {
    if (given) void look(given);
  }, []);
  const send = async (said: Said) => {
    trouble.value = "";
    try {
      looked.value = await ask("POST /api/answer", { ...said, code: code.value, id: id.current });
      thanks.value = true;
    } catch (error) {
      trouble.value = troubleOf(error);
    }
  };
  const asked = looked.value?.asked;
  return (
    <Page title={t(asked ? "answer-can" : "answer-title")}>
      {trouble.value && <Notice kind="stop" urgent><p>{trouble.value}</p></Notice>}
      {asked && <Form asked={asked} send={send} />}
      {looked.value && !asked && (
        <Notice title={t(thanks.value ? "answer-thanks" : "answer-already")}><p>{t(thanks.value ? "answer-thanks-words" : "answer-already-words")}</p></Notice>
      )}
      {!looked.value && (busy.value ? <Loading /> : <Code look={look} given={given} />)}
    </Page>
  );
}
