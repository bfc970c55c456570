import { useMemo, useState } from "react";
import { encodeBase64 } from "../../gateways/base64";
import type { Response } from "../../gateways/gateway";
import card from "../card.module.css";
import LongText from "../LongText";
import { countMessage, message } from "../message";
import Wire from "../Wire";
import styles from "./BodyView.module.css";
import { bodyBytes, hexDump, rasterType } from "./body";
import JsonTree from "./JsonTree";

export const bodyForms = ["text", "json", "image", "hex"] as const;
export type BodyForm = (typeof bodyForms)[number];

const mostDumped = 4096;
const longestTree = 500_000;

function isJsonTree({ body, bodyBase64 }: Response): boolean {
  if (bodyBase64 !== undefined || body.length > longestTree || !/^\s*[[{]/.test(body)) return false;
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}

/** The forms in which a body can be shown; none for an empty one. */
export function bodyFormsOf(response: Response): readonly BodyForm[] {
  const bytes = bodyBytes(response);
  if (bytes.length === 0) return [];
  const fits: Readonly<Record<BodyForm, boolean>> = {
    text: true,
    json: isJsonTree(response),
    image: rasterType(bytes) !== undefined,
    hex: true,
  };
  return bodyForms.filter((form) => fits[form]);
}

interface BodyViewProps {
  readonly response: Response;
  readonly form: Exclude<BodyForm, "text">;
}

/** A response's body as something else than text. Only raster images are drawn; HTML and SVG never are. */
export default function BodyView({ response, form }: BodyViewProps) {
  switch (form) {
    case "json":
      return <JsonTree text={response.body} />;
    case "image":
      return <RasterImage response={response} />;
    case "hex":
      return <HexDump response={response} />;
    default:
      return form satisfies never;
  }
}

function RasterImage({ response }: { readonly response: Response }) {
  const [broken, setBroken] = useState<string>();
  const [size, setSize] = useState("");
  const source = useMemo(() => {
    const bytes = bodyBytes(response);
    return `data:${rasterType(bytes)};base64,${encodeBase64(bytes)}`;
  }, [response]);
  if (broken === source) {
    return <p className={card.plain}>{message("body.image.broken")}</p>;
  }
  return (
    <figure className={styles.image}>
      <img
        src={source}
        alt={message("body.image.alt")}
        onError={() => setBroken(source)}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setSize(`${naturalWidth} × ${naturalHeight}`)
        }
      />
      <figcaption>{size}</figcaption>
    </figure>
  );
}

function HexDump({ response }: { readonly response: Response }) {
  const bytes = useMemo(() => bodyBytes(response), [response]);
  const rest = bytes.length - mostDumped;
  return (
    <Wire>
      <span className={styles.dump}>
        <LongText text={hexDump(bytes.subarray(0, mostDumped))} />
      </span>
      {rest > 0 && (
        <span className={card.soft}>
          {"\n"}… {countMessage("bytes.more", rest)}
        </span>
      )}
    </Wire>
  );
}
