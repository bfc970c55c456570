import { useState } from "react";
import type { Response } from "../../gateways/gateway";
import ChoiceSwitch from "../ChoiceSwitch";
import card from "../card.module.css";
import LongText from "../LongText";
import { countMessage, message } from "../message";
import { statusLine } from "../reason-phrases";
import Wire from "../Wire";
import BodyView, { type BodyForm, bodyFormsOf } from "./BodyView";
import { bodyBytes } from "./body";
import styles from "./OnTheWire.module.css";

/** The message as `curl -i` prints it, with other forms of its body to choose. */
export default function OnTheWire({ response }: { readonly response: Response }) {
  const [asked, setAsked] = useState<BodyForm>();
  const forms = bodyFormsOf(response);
  const usual: BodyForm = forms.includes("image") ? "image" : "text";
  const form = asked && forms.includes(asked) ? asked : usual;
  const { status, headers, body, bodyBase64 } = response;
  return (
    <>
      <Wire>
        HTTP/1.1 <span className={status >= 500 ? card.bad : undefined}>{statusLine(status)}</span>
        {"\n"}
        {headers.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: header lines may repeat; only their order tells them apart
          <span key={index}>
            <span className={card.soft}>{name}:</span> <LongText text={value} />
            {"\n"}
          </span>
        ))}
        {form === "text" && (
          <>
            {"\n"}
            {bodyBase64 === undefined ? (
              <LongText text={body} />
            ) : (
              <span className={card.soft}>
                {countMessage("response.binary", atob(bodyBase64).length)}
              </span>
            )}
          </>
        )}
      </Wire>
      {forms.length > 0 && (
        <div className={styles.body}>
          <span>{countMessage("body.size", bodyBytes(response).length)}</span>
          <ChoiceSwitch
            legend={message("body.form")}
            choices={forms.map((name) => ({ name, label: message(`body.form.${name}`) }))}
            chosen={form}
            onChoose={setAsked}
          />
        </div>
      )}
      {form !== "text" && <BodyView response={response} form={form} />}
    </>
  );
}
